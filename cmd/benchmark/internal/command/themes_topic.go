package command

import "github.com/spf13/cobra"

// newThemesTopic makes the help topic about theme files.
func newThemesTopic() *cobra.Command {
	return &cobra.Command{
		Use:   "themes",
		Short: "Charts in a house style: colours, fonts and a logo in a file",
		Long: `Without a theme, charts are in a neutral style that belongs to no organisation.
--theme FILE names a YAML file with the colours, fonts and logo of yours:

  accent: "#6a1b4d"            # the main colour; paler ones are made of it
  colours:                     # or one by one, each as #rrggbb in quotes
    text: "#1b1c1f"            # also quiet, axis, grid, rule, outline,
                               # hatching, ground
    plain: "#6a1b4d"           # dots and bars of one figure
    uses: "#6a1b4d"            # also surely, likely, rest: stages of adoption
    own: "#6a1b4d"             # also peers, everyone, before, band
    scale: ["#a6360b", "#e79a6b", "#d5dae0", "#7fb3dd", "#12436d"]
    answers: ["#12436d", "#db7a00", "#9aa1a8", "#6b4a2b", "#4c8fd6"]
    classes: ["#f4f8fc", "#abcdec", "#6ba2d8", "#1d66ad", "#0a2a4a"]
  fonts:                       # both weights, as .ttf files beside the theme
    regular: House-Regular.ttf
    bold: House-Bold.ttf
    families: [House]          # what the font is called in an SVG
  logo:
    file: logo.png             # a PNG beside the theme, at the right of the title
    height: 32                 # in points; a slide is 540 high
    alt: Gemeente Duindorp     # what it says, for who does not see it
  source: "Gemeente Duindorp"  # a line under every chart

Every part may be left out. The lists go from the lowest to the highest point.

Web pages have the logo in their header. They name the font; --embed-font puts it
in them, and a PDF has it in it, where the font says that its licence allows that.
On a page, the colours of text, links and the ring around what has the focus are
made darker, or paler on a dark ground, until they have a contrast of 4.5 to 1.

What some readers could not see is told as a warning, and the charts are drawn
all the same: text with a contrast under 4.5 to 1, marks under 3 to 1, and two
colours of one chart that look alike to someone who is colour blind. Colours
stand for the same answers in every chart of a report.`,
	}
}
