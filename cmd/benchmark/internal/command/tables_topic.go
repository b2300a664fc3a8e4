package command

import "github.com/spf13/cobra"

// newTablesTopic makes the help topic about tables by groups.
func newTablesTopic() *cobra.Command {
	return &cobra.Command{
		Use:   "tables",
		Short: "Tables by groups: several and nested breakdowns, bases, letters and arrows",
		Long: `Every table is broken down by type of organisation and size class, where the
survey has them, and by what --by names:

  --by province,webcare-owner     by each of two closed questions
  --by province --by size-class   the same way, one at a time
  --by size-class/webcare-owner   by the second within the first

In a nested breakdown every combination of answers is a column, in the order of
the questionnaire; those that nobody is in are named below the table. At most
three questions can be nested, and none that was answered in confidence. Where a
combination is one stratum of the population counts, its margin is exact.

BASES
  Above the figures of each column stands n, how many answered. Weighted figures
  have three bases: n, the sum of the weights, and the effective number, which is
  how many equally weighted answers would know as much. Where bases differ from
  row to row they stand with each figure. Of a select-all question the share of
  the respondents comes first, then that of all answers.

LETTERS (--letters, or --against columns)
  The columns of a breakdown are lettered A, B, C. A letter behind a figure: it is
  higher than that in the column of that letter. Within a nested breakdown only
  columns under one heading are compared. Respondents in both of two columns are
  taken into account.

ARROWS (--against total, --against complement)
  complement  each column beside all who answered and are not in it
  total       each column beside all who answered; the overlap is taken into
              account, so that the test is that of the complement, and the
              difference and its interval are those from the total
  An arrow up or down: the figure is higher or lower. Below the table stand the
  differences that were found, with interval, test and p.

HOW STRICT
  --levels 0.01,0.05   a capital or two arrows at the first error level, a small
                       letter or one arrow at the second (the default at 95 %)
  --adjust METHOD      correction for the number of tests; the options of a
                       question by a breakdown are one family, nets and means
                       repeat them and are families of their own
  --minimum NUMBER     fewer answers than this are not compared

Plain shares are tested by Pearson's chi-square, or Fisher's exact test where few
answers are expected; weighted ones by Rao and Scott's; means by Welch's test or
that of the design. What is hidden is in no test. With --format json each test
has its statistic, p, corrected p, difference and interval; groups of a nested
breakdown have their levels apart, and so have the lines of --format csv.
`,
		Example: `benchmark analyze trial/howaboutyou-2018.xlsx --by size-class/webcare-owner --letters
benchmark analyze trial/howaboutyou-2018.xlsx --question livechat --against complement`,
	}
}
