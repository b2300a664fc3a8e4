// Package ooxml writes Office Open XML files: presentations, documents and workbooks,
// with charts that Office can edit.
//
// It knows the packaging (ISO/IEC 29500-2: parts, content types, relationships),
// charts (DrawingML) and as much of slides, paragraphs and sheets as a report needs.
// The same input gives the same bytes: parts have a fixed order and one date.
package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Package is an Office file in the making.
type Package struct {
	parts []part
	// rels are the relationships by the part that they start from; "" for the
	// package itself.
	rels map[string][]relation
}

type part struct {
	name, contentType string
	data              []byte
}

type relation struct{ id, kind, target string }

// Kinds of relationships and content types begin with these.
const (
	officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	officeType     = "application/vnd.openxmlformats-officedocument."
	relationsType  = "application/vnd.openxmlformats-package.relationships+xml"
	declaration    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// firstOfJanuary1980 is the day that Office gives to every entry, as MS-DOS has it: the
// month and the day of the first year.
const firstOfJanuary1980 = 1<<5 | 1

// newPackage returns an empty package.
func newPackage() *Package { return &Package{rels: map[string][]relation{}} }

// add puts a part into the package. Names begin without a slash and are unique.
func (p *Package) add(name, contentType string, data []byte) {
	p.parts = append(p.parts, part{name, contentType, data})
}

// addXML puts an XML part into the package.
func (p *Package) addXML(name, contentType, text string) {
	p.add(name, contentType, []byte(declaration+text))
}

// relate makes a relationship from a part to another and returns its id.
func (p *Package) relate(from, kind, to string) string {
	target := to
	if from != "" {
		target = relative(path.Dir(from), to)
	}
	if !strings.Contains(kind, "/") {
		kind = officeRelation + kind
	}
	id := "rId" + strconv.Itoa(len(p.rels[from])+1)
	p.rels[from] = append(p.rels[from], relation{id, kind, target})
	return id
}

// relative returns the path of a part seen from a folder of the package.
func relative(folder, name string) string {
	from, to := strings.Split(folder, "/"), strings.Split(name, "/")
	for len(from) > 0 && len(to) > 1 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return strings.Repeat("../", len(from)) + strings.Join(to, "/")
}

// write writes the package: content types first, then the parts in the order in
// which they were added, each followed by its relationships.
func (p *Package) write(w io.Writer) error {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	entry := func(name string, data []byte) error {
		h := &zip.FileHeader{Name: name, Method: zip.Deflate, ModifiedDate: firstOfJanuary1980} //nolint:staticcheck // Modified adds a field of its own to every entry
		create := z.CreateHeader
		if ext := path.Ext(name); ext == ".png" || ext == ".xlsx" { // packed already
			// With its size before it: who reads from front to back can't tell where it ends.
			h.Method, h.CRC32, create = zip.Store, crc32.ChecksumIEEE(data), z.CreateRaw
			h.CompressedSize64, h.UncompressedSize64 = uint64(len(data)), uint64(len(data))
		}
		f, err := create(h)
		if err == nil {
			_, err = f.Write(data)
		}
		return err
	}
	if err := entry("[Content_Types].xml", p.contentTypes()); err != nil {
		return fmt.Errorf("packing: %w", err)
	}
	if err := entry("_rels/.rels", p.relations("")); err != nil {
		return fmt.Errorf("packing: %w", err)
	}
	for _, part := range p.parts {
		if err := entry(part.name, part.data); err != nil {
			return fmt.Errorf("packing %s: %w", part.name, err)
		}
		if len(p.rels[part.name]) == 0 {
			continue
		}
		folder, file := path.Split(part.name)
		if err := entry(folder+"_rels/"+file+".rels", p.relations(part.name)); err != nil {
			return fmt.Errorf("packing %s: %w", part.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("packing: %w", err)
	}
	_, err := w.Write(b.Bytes())
	return err
}

func (p *Package) contentTypes() []byte {
	var b strings.Builder
	b.WriteString(declaration + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`)
	b.WriteString(`<Default Extension="rels" ContentType="` + relationsType + `"/><Default Extension="xml" ContentType="application/xml"/>`)
	var extensions []string
	for _, part := range p.parts {
		ext := strings.TrimPrefix(path.Ext(part.name), ".")
		if ext != "xml" && !slices.Contains(extensions, ext) {
			extensions = append(extensions, ext)
			fmt.Fprintf(&b, `<Default Extension="%s" ContentType="%s"/>`, ext, part.contentType)
		}
	}
	for _, part := range p.parts {
		if path.Ext(part.name) == ".xml" {
			fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s"/>`, part.name, part.contentType)
		}
	}
	b.WriteString(`</Types>`)
	return []byte(b.String())
}

func (p *Package) relations(of string) []byte {
	var b strings.Builder
	b.WriteString(declaration + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, r := range p.rels[of] {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s" Target="%s"/>`, r.id, r.kind, esc(r.target))
	}
	b.WriteString(`</Relationships>`)
	return []byte(b.String())
}

// esc makes text fit for XML, in elements and attributes. Characters that XML
// does not allow become the replacement character.
func esc(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a bytes.Buffer never fails
	return b.String()
}

// Properties describe a file.
type Properties struct {
	Title, Subject, Creator, Description string
	// Language is a tag: nl-NL, nl-BE or en-GB.
	Language string
}

// addProperties adds the core properties, without a date.
func (p *Package) addProperties(q Properties) {
	p.addXML("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" `+
			`xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`+esc(q.Title)+`</dc:title><dc:subject>`+esc(q.Subject)+
			`</dc:subject><dc:creator>`+esc(q.Creator)+`</dc:creator><dc:description>`+esc(q.Description)+
			`</dc:description><dc:language>`+esc(q.Language)+`</dc:language></cp:coreProperties>`)
	p.relate("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
}

// Tag returns the language tag that Office knows for a language of the program.
func Tag(language string) string {
	switch language {
	case "nl":
		return "nl-NL"
	case "en":
		return "en-GB"
	}
	return language
}
