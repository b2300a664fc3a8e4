package export

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// readShared reads the table of shared strings, each one clean.
func readShared(x *xmlReader) ([]string, error) {
	if err := x.root("sst"); err != nil {
		return nil, err
	}
	var list []string
	var buf []byte
	for {
		more, err := x.child()
		if err != nil {
			return nil, fmt.Errorf("after %d texts: %w", len(list), err)
		}
		if !more {
			return list, x.end()
		}
		switch string(localName(x.name)) {
		case "si":
			if buf, err = x.richText(buf[:0]); err == nil {
				list = append(list, clean(unescape(string(buf))))
			}
		case "extLst":
			err = x.skip()
		default:
			return nil, fmt.Errorf("unexpected <%s> among the shared texts", x.element())
		}
		if err != nil {
			return nil, fmt.Errorf("after %d texts: %w", len(list), err)
		}
	}
}

// unescape decodes the _xHHHH_ by which Excel writes characters that XML does
// not allow.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		if len(s) >= 7 && s[0] == '_' && s[1] == 'x' && s[6] == '_' {
			if n, err := strconv.ParseUint(s[2:6], 16, 16); err == nil && utf8.ValidRune(rune(n)) {
				b.WriteRune(rune(n))
				s = s[7:]
				continue
			}
		}
		b.WriteByte(s[0])
		s = s[1:]
	}
	return b.String()
}
