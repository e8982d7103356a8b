// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: the byline authors

//! The peers in Rust: the path of a page on each line of the input, a JSON object on each line of the output
//! (../../README.md).
//!
//! usage: byline-peers dom_smoothie | rs-trafilatura

use encoding_rs::{Encoding, UTF_8};
use serde_json::{json, Value};
use std::borrow::Cow;
use std::io::{BufRead, Write};
use std::panic::catch_unwind;

/// What the whole process has worked, in milliseconds.
fn worked() -> f64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    unsafe { libc::clock_gettime(libc::CLOCK_PROCESS_CPUTIME_ID, &mut time) };
    time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
}

/// The text of a page, for a peer that takes no bytes: UTF-8 where it is that, else in the charset that it declares.
fn decode(page: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = std::str::from_utf8(page) {
        return Cow::Borrowed(text);
    }
    let head = String::from_utf8_lossy(&page[..page.len().min(4096)]);
    let label = head.find("charset=").map_or("windows-1252", |at| {
        let rest = head[at + 8..].trim_start_matches(['"', '\'']);
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
        &rest[..end.unwrap_or(rest.len())]
    });
    Encoding::for_label(label.as_bytes()).unwrap_or(UTF_8).decode(page).0
}

fn persons(name: Option<String>) -> Vec<String> {
    name.map(|all| all.split("; ").map(str::to_owned).collect()).unwrap_or_default()
}

fn dom_smoothie(page: &[u8]) -> (f64, Value) {
    let begin = worked();
    let text = decode(page);
    let found = dom_smoothie::Readability::new(text.as_ref(), None, None).and_then(|mut reader| reader.parse());
    let ms = worked() - begin;
    let record = match found {
        Ok(article) => json!({
            "headline": article.title,
            "authors": article.byline.into_iter().collect::<Vec<_>>(),
            "published": article.published_time,
            "language": article.lang,
            "html": article.content.to_string(),
        }),
        Err(_) => json!({}), // it says so of a page without an article
    };
    (ms, record)
}

fn rs_trafilatura(page: &[u8]) -> (f64, Value) {
    let options = rs_trafilatura::Options { include_comments: false, ..Default::default() };
    let begin = worked();
    let found = rs_trafilatura::extract_bytes_with_options(page, &options);
    let ms = worked() - begin;
    let record = match found {
        Ok(result) => json!({
            "headline": result.metadata.title,
            "authors": persons(result.metadata.author),
            "published": result.metadata.date.map(|date| date.to_rfc3339()),
            "language": result.metadata.language,
            "topics": result.metadata.tags,
            "text": result.content_text,
        }),
        Err(_) => json!({}),
    };
    (ms, record)
}

fn main() {
    let peer = match std::env::args().nth(1).as_deref() {
        Some("dom_smoothie") => dom_smoothie,
        _ => rs_trafilatura,
    };
    let mut output = std::io::stdout();
    writeln!(output, "{{}}").expect("someone reads the answers");
    for path in std::io::stdin().lock().lines() {
        let path = path.expect("paths are text");
        let page = std::fs::read(&path).unwrap_or_default();
        let answer = match catch_unwind(|| peer(&page)) {
            Ok((ms, record)) => json!({"ms": ms, "record": record}),
            Err(_) => json!({"error": "it panicked"}),
        };
        writeln!(output, "{answer}").expect("someone reads the answers");
        output.flush().expect("someone reads the answers");
    }
}
