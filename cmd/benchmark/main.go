// Command benchmark turns a survey about the contact channels of government
// organisations into figures, charts and a report. Run "benchmark help".
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"benchmark/cmd/benchmark/internal/command"
)

func main() {
	survive()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	os.Exit(command.Main(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}
