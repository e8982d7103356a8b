// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: the byline authors

// The peer in Go: the path of a page on each line of the input, a JSON object on each line of the output
// (../README.md).
//
// usage: peer go-trafilatura | go-trafilatura-fallback
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

type record struct {
	Headline  string   `json:"headline,omitempty"`
	Authors   []string `json:"authors"`
	Published string   `json:"published,omitempty"`
	Language  string   `json:"language,omitempty"`
	Topics    []string `json:"topics,omitempty"`
	HTML      string   `json:"html,omitempty"`
	Text      string   `json:"text,omitempty"`
}

type answer struct {
	Ms     float64 `json:"ms"`
	Record *record `json:"record,omitempty"`
	Error  string  `json:"error,omitempty"`
}

// What the whole process has worked, its helper threads included, in milliseconds.
func worked() float64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e6
}

func recordOf(found *trafilatura.ExtractResult) *record {
	r := &record{
		Headline: found.Metadata.Title,
		Language: found.Metadata.Language,
		Topics:   found.Metadata.Tags,
		Text:     found.ContentText,
		Authors:  []string{},
	}
	if found.Metadata.Author != "" {
		r.Authors = strings.Split(found.Metadata.Author, "; ")
	}
	if !found.Metadata.Date.IsZero() {
		r.Published = found.Metadata.Date.Format(time.RFC3339)
	}
	if found.ContentNode != nil {
		var markup bytes.Buffer
		if html.Render(&markup, found.ContentNode) == nil {
			r.HTML = markup.String()
		}
	}
	return r
}

// Time one page and say what it gave; whatever a peer throws is its answer to this page.
func read(path string, options trafilatura.Options) (a answer) {
	defer func() {
		if cause := recover(); cause != nil {
			a = answer{Error: fmt.Sprint(cause)}
		}
	}()
	page, err := os.ReadFile(path)
	if err != nil {
		return answer{Error: err.Error()}
	}
	begin := worked()
	found, err := trafilatura.Extract(bytes.NewReader(page), options)
	a.Ms = worked() - begin
	if err != nil || found == nil {
		a.Record = &record{Authors: []string{}} // it says so of a page without an article
		return a
	}
	a.Record = recordOf(found)
	return a
}

func main() {
	options := trafilatura.Options{ExcludeComments: true, EnableFallback: os.Args[1] == "go-trafilatura-fallback"}
	output := json.NewEncoder(os.Stdout)
	fmt.Println("{}")
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if output.Encode(read(lines.Text(), options)) != nil {
			os.Exit(1)
		}
	}
}
