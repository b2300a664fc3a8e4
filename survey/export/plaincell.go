package export

import "bytes"

// plainCell reads a whole cell in one of the forms that nearly all have:
//
//	<c r="B2" s="1" t="s"><v>12</v></c>
//	<c r="B2" t="inlineStr"><is><t>text</t></is></c>
//
// It sets attrs and returns what stands in <v> or <t>. ok is false and nothing
// has been read where the cell has another form, which need not be wrong, or
// the buffer does not hold all of it.
func (x *xmlScanner) plainCell() (value []byte, inline, ok bool) {
	b := x.buf[x.at:]
	if x.closed || !bytes.HasPrefix(b, []byte("<c ")) {
		return nil, false, false
	}
	n := x.plainAttrs(b, 2)
	if n == 0 {
		return nil, false, false
	}
	end := "</v></c>"
	switch {
	case bytes.HasPrefix(b[n:], []byte("<v>")):
		n += len("<v>")
	case bytes.HasPrefix(b[n:], []byte("<is><t>")):
		n += len("<is><t>")
		end, inline = "</t></is></c>", true
	default:
		return nil, false, false
	}
	size := 0
	for n+size < len(b) && plainBytes[b[n+size]] {
		size++
	}
	value = b[n : n+size]
	if n+size < len(b) && b[n+size] != '<' {
		if size = bytes.IndexByte(b[n:], '<'); size < 0 {
			return nil, false, false
		}
		var err error
		if x.plain, value, err = unescapeXML(x.plain[:0], b[n:n+size], inText); err != nil {
			return nil, false, false
		}
	}
	if n += size; len(b)-n < len(end) || string(b[n:n+len(end)]) != end {
		return nil, false, false
	}
	x.at += n + len(end)
	return value, inline, true
}

// nextCell reads a whole cell as nearly all are, the one that is expected to come
// next: a number, or the place of a shared text. Its letters are those of a column, its
// row is in digits. It sets the style and the kind. Nil, with nothing read, where the
// cell is another, or has another form.
//
//	<c r="B2" s="1" t="s"><v>12</v></c>
func (x *xmlScanner) nextCell(c *cellHead, column string, row []byte) (value []byte) {
	const before, style, shared, valued, after = `<c r="`, ` s="`, ` t="s"`, `><v>`, `</v></c>`
	b := x.buf[x.at:]
	n := len(before) + len(column) + len(row)
	if x.closed || len(b) < n+1+len(style) || string(b[:len(before)]) != before || b[n] != '"' ||
		string(b[len(before):n-len(row)]) != column || string(b[n-len(row):n]) != string(row) {
		return nil
	}
	n++
	head := cellHead{col: c.col}
	if string(b[n:n+len(style)]) == style {
		for n += len(style); n < len(b) && b[n] >= '0' && b[n] <= '9' && head.style < 1<<20; n++ {
			head.style = 10*head.style + int(b[n]-'0')
		}
		if n == len(b) || b[n] != '"' || b[n-1] == '"' {
			return nil
		}
		n++
	}
	if len(b)-n >= len(shared) && string(b[n:n+len(shared)]) == shared {
		head.kind = sharedText
		n += len(shared)
	}
	if len(b)-n < len(valued) || string(b[n:n+len(valued)]) != valued {
		return nil
	}
	n += len(valued)
	from := n
	for n < len(b) && b[n] > ' ' && plainBytes[b[n]] {
		n++
	}
	if n == from || len(b)-n < len(after) || string(b[n:n+len(after)]) != after {
		return nil
	}
	*c = head
	x.at += n + len(after)
	return b[from:n]
}

// plainAttrs reads attributes with a name of one letter and a value of letters
// and digits, from b[n] to the end of the tag, which is returned; 0 when they
// are not so.
func (x *xmlScanner) plainAttrs(b []byte, n int) int {
	x.attrs = x.attrs[:0]
	for ; len(b)-n > 5 && b[n] == ' '; n++ {
		name := b[n+1 : n+2]
		if b[n+2] != '=' || b[n+3] != '"' || name[0] < 'a' || name[0] > 'z' || len(x.attrs) == 4 {
			return 0
		}
		from := n + 4
		for n = from; n < len(b) && nameBytes[b[n]]; {
			n++
		}
		if n == len(b) || b[n] != '"' {
			return 0
		}
		for i := range x.attrs {
			if x.attrs[i].name[0] == name[0] {
				return 0
			}
		}
		x.attrs = append(x.attrs, attribute{name, b[from:n]})
	}
	if n >= len(b) || b[n] != '>' {
		return 0
	}
	return n + 1
}
