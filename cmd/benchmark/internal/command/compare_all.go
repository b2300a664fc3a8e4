package command

import (
	"context"
)

func (c *console) compareAll(ctx context.Context, o *compareOptions, in *loaded, p *progress) error {
	return nil
}
