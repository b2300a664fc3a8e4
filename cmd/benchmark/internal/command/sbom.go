package command

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"runtime/debug"
	"strings"
)

// A bill of materials in the form of CycloneDX 1.6 (ECMA-424), with no date in it:
// the same program has the same one.
type sbom struct {
	Schema       string          `json:"$schema"`
	Format       string          `json:"bomFormat"`
	Spec         string          `json:"specVersion"`
	Serial       string          `json:"serialNumber"`
	Version      int             `json:"version"`
	Metadata     sbomMetadata    `json:"metadata"`
	Components   []sbomComponent `json:"components"`
	Dependencies []sbomDepends   `json:"dependencies"`
}

type sbomMetadata struct {
	Component  sbomComponent  `json:"component"`
	Properties []sbomProperty `json:"properties"`
}

type sbomComponent struct {
	Ref      string        `json:"bom-ref"`
	Type     string        `json:"type"`
	Name     string        `json:"name"`
	Version  string        `json:"version"`
	Scope    string        `json:"scope,omitempty"`
	Hashes   []sbomHash    `json:"hashes,omitempty"`
	Licences []sbomLicence `json:"licenses"`
	Purl     string        `json:"purl"`
	// Properties has the sum of go.sum as it stands there.
	Properties []sbomProperty `json:"properties,omitempty"`
}

type sbomHash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

// sbomLicence is an SPDX expression.
type sbomLicence struct {
	Expression string `json:"expression"`
}

type sbomProperty struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type sbomDepends struct {
	Ref       string   `json:"ref"`
	DependsOn []string `json:"dependsOn,omitempty"`
}

// billOfMaterials lists what is in the program, from what the build recorded.
func billOfMaterials(info *debug.BuildInfo) ([]byte, error) {
	own := componentOf("benchmark", release(), ownLicence, "")
	own.Type = "application"
	own.Scope = ""
	b := sbom{
		Schema: "http://cyclonedx.org/schema/bom-1.6.schema.json", Format: "CycloneDX", Spec: "1.6", Version: 1,
		Metadata:   sbomMetadata{Component: own},
		Components: []sbomComponent{componentOf("std", strings.TrimPrefix(info.GoVersion, "go"), "BSD-3-Clause", "")},
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "GOOS", "GOARCH", "CGO_ENABLED", "-trimpath", "vcs.revision", "vcs.modified":
			b.Metadata.Properties = append(b.Metadata.Properties, sbomProperty{"benchmark:build:" + strings.TrimPrefix(s.Key, "-"), s.Value})
		}
	}
	for _, m := range linked(info) {
		b.Components = append(b.Components, componentOf(m.Path, m.Version, licenceOf(m.Path), m.Sum))
	}
	uses := sbomDepends{Ref: own.Ref}
	for _, c := range b.Components {
		uses.DependsOn = append(uses.DependsOn, c.Ref)
		b.Dependencies = append(b.Dependencies, sbomDepends{Ref: c.Ref})
	}
	b.Dependencies = append([]sbomDepends{uses}, b.Dependencies...)
	text, err := json.Marshal(b)
	if err != nil {
		return nil, fmt.Errorf("writing the bill of materials: %w", err)
	}
	b.Serial = serial(text)
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(b); err != nil {
		return nil, fmt.Errorf("writing the bill of materials: %w", err)
	}
	return out.Bytes(), nil
}

// componentOf describes a module. Its hash is that of go.sum: the SHA-256 of the list
// of its files with theirs (golang.org/x/mod/sumdb/dirhash), not of an archive.
func componentOf(path, version, licence, sum string) sbomComponent {
	purl := "pkg:golang/" + strings.ReplaceAll(url.PathEscape(path), "%2F", "/") + "@" + url.PathEscape(version)
	c := sbomComponent{
		Ref: purl, Type: "library", Name: path, Version: version, Scope: "required", Licences: []sbomLicence{{licence}}, Purl: purl,
	}
	if digest, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(sum, "h1:")); err == nil && len(digest) == sha256.Size {
		c.Hashes = []sbomHash{{"SHA-256", hex.EncodeToString(digest)}}
		c.Properties = []sbomProperty{{"benchmark:go.sum", sum}}
	}
	return c
}

// serial makes a UUID of a text (RFC 9562, version 8), so that the serial number of a
// bill of materials follows from what is in it.
func serial(text []byte) string {
	sum := sha256.Sum256(text)
	id := sum[:16]
	id[6] = id[6]&0x0f | 0x80
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
