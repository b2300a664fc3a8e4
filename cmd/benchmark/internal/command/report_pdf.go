package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// browserVariable is the environment variable that names the browser for a PDF.
const browserVariable = "BENCHMARK_BROWSER"

// browsers are the names and places of browsers that can print a page to a tagged
// PDF, in the order in which they are tried.
func browsers() []string {
	return []string{
		"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "chrome", "msedge",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"/Applications/Chromium.app/Contents/MacOS/Chromium",
		"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		`C:\Program Files\Google\Chrome\Application\chrome.exe`,
		`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
	}
}

// browser finds a browser that can print among the names and places, or says what to
// do without one.
func (c *console) browser(names []string) (string, error) {
	if named := c.getenv(browserVariable); named != "" {
		path, err := exec.LookPath(named)
		if err != nil {
			return "", fmt.Errorf("printing the report to PDF: %s names %s, and that can't be run", browserVariable, named)
		}
		return path, nil
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("printing the report to PDF: no Chromium, Chrome or Edge was found; " +
		"install one, name it in " + browserVariable + ", or write --format html and print that from any browser")
}

// printPDF prints a web page to a tagged PDF by a browser without a window.
func printPDF(ctx context.Context, c *console, page []byte) ([]byte, error) {
	program, err := c.browser(browsers())
	if err != nil {
		return nil, err
	}
	folder, err := os.MkdirTemp("", "benchmark-pdf-")
	if err != nil {
		return nil, fmt.Errorf("printing the report to PDF: %w", reason(err))
	}
	defer func() { _ = os.RemoveAll(folder) }() // a browser may hold it a moment longer
	source, target := filepath.Join(folder, "report.html"), filepath.Join(folder, "report.pdf")
	if err := os.WriteFile(source, page, 0o600); err != nil {
		return nil, fmt.Errorf("printing the report to PDF: %w", reason(err))
	}
	args := []string{
		"--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--disable-extensions", "--user-data-dir=" + filepath.Join(folder, "profile"),
		"--no-pdf-header-footer", "--generate-pdf-document-outline", "--print-to-pdf=" + target,
	}
	if runtime.GOOS == "linux" && os.Geteuid() == 0 {
		args = append(args, "--no-sandbox") // its sandbox does not run as root; the page is our own
	}
	said, err := exec.CommandContext(ctx, program, append(args, "file://"+filepath.ToSlash(source))...).CombinedOutput()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	data, readErr := os.ReadFile(target)
	if readErr != nil {
		return nil, fmt.Errorf("printing the report to PDF: %s made no PDF (%s)", program, lastLine(said, cmpError(err)))
	}
	return undated(data), nil
}

// undated leaves the times at which a PDF was made out, as blanks so that the places
// of its parts stay: the same page then gives the same bytes from the same browser.
// Its Info has them in the clear, each once, before any text.
func undated(pdf []byte) []byte {
	for _, key := range []string{"/CreationDate (D:", "/ModDate (D:"} {
		from := bytes.Index(pdf, []byte(key))
		if from < 0 {
			continue
		}
		if size := bytes.IndexByte(pdf[from:], ')'); size >= 0 && size < 64 {
			copy(pdf[from:], bytes.Repeat([]byte(" "), size+1))
		}
	}
	return pdf
}

// cmpError returns the text of an error, or nothing.
func cmpError(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// lastLine is the last line of what a program said, or what is known otherwise.
func lastLine(said []byte, otherwise string) string {
	lines := strings.Split(strings.TrimSpace(string(said)), "\n")
	if last := strings.TrimSpace(lines[len(lines)-1]); last != "" {
		return last
	}
	return otherwise
}
