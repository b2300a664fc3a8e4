package charts

import (
	"encoding/binary"
	"fmt"
)

// FontFiles returns the files of the theme's font in both weights, to put into a
// page or a picture. A font of which the maker does not allow that is an error.
func (t *Theme) FontFiles() (regular, bold []byte, err error) {
	f, err := t.loadFonts()
	if err != nil {
		return nil, nil, err
	}
	for i, face := range []*typeface{f.regular, f.bold} {
		if forbidden(face.data) {
			return nil, nil, fmt.Errorf("embedding the font: the licence in the %s file of %s does not allow it; "+
				"name the font only, and install it where the file is read", [...]string{"regular", "bold"}[i], t.Families[0])
		}
	}
	return f.regular.data, f.bold.data, nil
}

// The rights in the field fsType of the table OS/2 of a font (OpenType 1.9, OS/2):
// no embedding at all, and embedding of bitmaps only. Of the rights in the lowest
// bits the widest counts.
const (
	rightsRestricted = 0x0002
	rightsPreview    = 0x0004
	rightsEditable   = 0x0008
	rightsBitmaps    = 0x0200
)

// forbidden reports whether a font says that it may not be put into documents. One
// that says nothing may.
func forbidden(font []byte) bool {
	table := fontTable(font, "OS/2")
	const field = 8 // the place of fsType
	if len(table) < field+2 {
		return false
	}
	rights := binary.BigEndian.Uint16(table[field:])
	return rights&(rightsRestricted|rightsPreview|rightsEditable) == rightsRestricted || rights&rightsBitmaps != 0
}

// fontTable returns a table of a font, or nothing.
func fontTable(font []byte, tag string) []byte {
	const header, entry = 12, 16
	if len(font) < header {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(font[4:])) {
		at := header + i*entry
		if at+entry > len(font) {
			return nil
		}
		if string(font[at:at+4]) != tag {
			continue
		}
		from, size := uint64(binary.BigEndian.Uint32(font[at+8:])), uint64(binary.BigEndian.Uint32(font[at+12:]))
		if from+size > uint64(len(font)) {
			return nil
		}
		return font[from : from+size]
	}
	return nil
}
