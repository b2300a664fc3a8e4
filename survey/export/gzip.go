package export

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
)

// unpack returns what a gzip file holds. It stops at a size that no survey has,
// or has only when it is packed from next to nothing.
func unpack(data []byte) ([]byte, *Error) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fault("the gzip-compressed file cannot be unpacked", damagedAdvice).cause(err)
	}
	limit := min(maxUnpacked, max(maxUnpackedSmall, maxUnpackedRatio*len(data)))
	out, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	switch {
	case err != nil:
		return nil, fault("the gzip-compressed file cannot be unpacked", damagedAdvice).cause(err)
	case len(out) > limit:
		return nil, fault(fmt.Sprintf("the gzip-compressed file unpacks from %d to more than %d bytes, more than a survey can need", len(data), limit),
			"unpack it and see what it holds")
	case len(out) > 262 && string(out[257:262]) == "ustar":
		return nil, fault("this is a compressed tar archive", "unpack it first and give the file inside")
	}
	return out, nil
}
