package command

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"benchmark/analysis"
	"benchmark/analysis/position"
	"benchmark/reports"
)

// compareOptions are the options of the compare command.
type compareOptions struct {
	source
	output
	previous       previous
	organisation   string
	all, audit     bool
	peers, earlier []string
	by             []string
	confidence     confidence
	disclosure     string
	references     []string
	writeReference string
	signedOffBy    string
	// given are the flags that were given, for the provenance of the report.
	given []string
}

// compareHelp is the help of the compare command.
const compareHelp = `Set the answers of one organisation beside those of all others, of its type, of
its size class and of peers, and say where it stands and what the plans of the
others lead to. The report is for that organisation: its own answer is not in the figures, and what it could work out
about another one from all figures of the report together is hidden.

It is printed as text, or written in the form of --format or of the file that --out
names: html, pdf, pptx, xlsx, docx and others, as 'benchmark report' has them.

--all writes a report for each organisation into the folder of --out, as html
unless --format says otherwise, with an index. An interrupted run leaves whole
files; the same command goes on with the rest. Other peers in the same folder count
as known to the same readers.

--peers adds a group, and can be repeated. It is one of these, or several with
commas between them that must all hold:
  type, size, province, urbanity, shared-service   the same answer as the own one
  province=CODE                                    that answer
  nearest:10                                       as many nearest by inhabitants
or names of organisations with ";" between them. --earlier names groups that the
reader has figures of from an earlier report. --by names the questions by which readers get
the tables of the study broken down, beside type and size class: those count as known too.

--audit attacks the report instead, or with --all each of them, as its reader would who
knows its own answers, all that is open of the others and the tables of the study. It
writes no report, and ends with status 3 where something may be exposed.

--previous sets an earlier wave beside it, and can be repeated: the own answers of then
and now, what changed among the others, and what differs between the questionnaires.

--write-reference writes the figures of the study without answers of single
organisations, signed off by a person. With --reference an organisation sets its
own row beside it and needs no other data. Two references and no FILE set two
countries or regions beside each other.`

// newCompareCommand makes the compare command; run is runCompare but in tests of
// the command line.
func newCompareCommand(c *console, run func(context.Context, *console, *compareOptions) error) *cobra.Command {
	preset := analysis.Defaults()
	o := &compareOptions{confidence: confidence(preset.Level)}
	cmd := &cobra.Command{
		Use:     "compare FILE",
		Short:   "Set one organisation, or each of them, beside the others",
		GroupID: groupStudy,
		Long:    compareHelp,
		Example: `benchmark compare trial/howaboutyou-2018.xlsx --organisation "Oosterbrink"
benchmark compare trial/howaboutyou-2018.xlsx --organisation oosterbrink --out oosterbrink.html
benchmark compare trial/howaboutyou-2018.xlsx --organisation oosterbrink --peers type,province --format markdown
benchmark compare trial/howaboutyou-2018.xlsx --organisation oosterbrink --previous 2017=trial/howaboutyou-2017.csv
benchmark compare trial/howaboutyou-2018.xlsx --all --out letters --peers nearest:20
benchmark compare trial/howaboutyou-2018.xlsx --all --peers nearest:20 --audit
benchmark compare trial/howaboutyou-2018.xlsx --write-reference national.json --signed-off-by "J. de Vries"
benchmark compare trial/howaboutyou-2018.csv --organisation oosterbrink --reference national.json`,
		Annotations:       map[string]string{mayDoubt: "yes"},
		Args:              o.arguments,
		ValidArgsFunction: surveyFiles,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.file = args[0]
			}
			// The report tells whom it is about, and who the peers are without names.
			o.given = slices.DeleteFunc(given(cmd.Flags()), func(flag string) bool {
				return strings.HasPrefix(flag, "--peers=") || strings.HasPrefix(flag, "--earlier=") || strings.HasPrefix(flag, "--all=") ||
					strings.HasPrefix(flag, "--organisation=")
			})
			if err := o.check(); err != nil {
				return err
			}
			return run(cmd.Context(), c, o)
		},
	}
	o.flags(cmd)
	completeQuestions(cmd, "by", c, &o.source, closed, analysis.NestingMark)
	must(cmd.RegisterFlagCompletionFunc("organisation", completeOrganisations(c, &o.source)))
	return cmd
}

func (o *compareOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.organisation, "organisation", "", "`NAME` or code of the organisation, or row:12 for that row of the file")
	f.BoolVar(&o.all, "all", false, "write a report for each organisation")
	f.BoolVar(&o.audit, "audit", false, "attack the reports: tell what their reader could deduce that is hidden")
	f.StringArrayVar(&o.peers, "peers", nil, "`WHO` are its peers: province, type,size, nearest:10, ...; can be repeated")
	f.StringArrayVar(&o.earlier, "earlier", nil, "`WHO` were the peers in an earlier report to the same reader; can be repeated")
	f.StringSliceVar(&o.by, "by", nil, "closed question by which readers get the tables too, `ID` or ID/ID; can be repeated")
	f.Var(&o.confidence, "confidence", "level of the intervals: 0.95, 95 or 95%")
	disclosureVar(cmd, &o.disclosure)
	o.output.flags(cmd, "text; with --all html", "`FILE` to write the report to, or with --all the folder")
	f.StringArrayVar(&o.references, "reference", nil, "`FILE` with the figures of a study to compare with; can be given twice")
	f.StringVar(&o.writeReference, "write-reference", "", "`FILE` to write the figures of the study to, without answers of single organisations")
	f.StringVar(&o.signedOffBy, "signed-off-by", "", "`NAME` of who looked at the figures of --write-reference and lets them go")
	o.source.flags(cmd)
	o.previous.flags(cmd, &o.source)
}

// arguments demands a survey file, but not beside two references.
func (o *compareOptions) arguments(cmd *cobra.Command, args []string) error {
	if len(args) == 0 && len(o.references) > 1 {
		return noEmptyFlags(cmd)
	}
	return one("the survey file")(cmd, args)
}

// check refuses options that can't be meant.
func (o *compareOptions) check() error {
	if o.audit {
		if err := o.checkAudit(); err != nil {
			return err
		}
		return errors.Join(checkWidth(o.width), o.source.check())
	}
	if err := o.checkTask(); err != nil {
		return err
	}
	usual := formatText
	if o.all {
		usual = formatHTML
	}
	if err := o.settle(usual, o.all); err != nil {
		return err
	}
	if err := o.previous.complete(&o.source); err != nil {
		return err
	}
	return o.source.check()
}

// checkTask refuses tasks that exclude each other.
func (o *compareOptions) checkTask() error {
	if len(o.previous.given) > 0 && (o.writeReference != "" || len(o.references) > 0) {
		return usagef("--previous sets earlier waves of the survey beside it: it goes with no --reference or --write-reference")
	}
	if o.writeReference == standardOutput {
		return usagef("--write-reference: name a file, which is looked at before it is passed on")
	}
	if o.writeReference != "" {
		return o.checkWriting()
	}
	switch {
	case o.signedOffBy != "":
		return usagef("--signed-off-by goes with --write-reference")
	case len(o.references) > 2:
		return usagef("--reference can be given twice at most")
	case len(o.references) == 2 && (o.file != "" || o.organisation != "" || o.all):
		return usagef("two references are set beside each other, without a survey file")
	case len(o.references) > 0 && (len(o.peers) > 0 || len(o.earlier) > 0):
		return usagef("a reference knows types and size classes alone: --peers and --earlier do not go with it")
	case o.all && o.organisation != "":
		return usagef("--all and --organisation exclude each other")
	case o.all && o.out == "":
		return usagef("--all needs --out: the folder to write the reports to")
	case !o.all && o.organisation == "" && len(o.references) == 0:
		return usagef("whom to compare: name one with --organisation, or give --all")
	}
	return nil
}

// checkWriting refuses what does not go with writing a reference.
func (o *compareOptions) checkWriting() error {
	switch {
	case o.all || o.organisation != "" || len(o.references) > 0 || len(o.peers) > 0:
		return usagef("--write-reference is a task of its own: it goes with no --organisation, --all, --peers or --reference")
	case o.out != "" || o.format != "":
		return usagef("--write-reference names the file itself and has one form: --out and --format do not go with it")
	case o.signedOffBy == "":
		return usagef("--write-reference needs --signed-off-by: the name of who looked at the figures and lets them go")
	case o.disclosure == string(analysis.Unprotected):
		return usagef("--write-reference never shows what exposes an organisation, so --disclosure %s does not go with it", analysis.Unprotected)
	}
	return nil
}

// runCompare does what the options ask for.
func runCompare(ctx context.Context, c *console, o *compareOptions) error {
	if len(o.references) == 2 {
		return c.compareReferences(ctx, o)
	}
	p := c.progress()
	defer p.done()
	words, err := c.language(o.lang, "")
	if err != nil {
		return err
	}
	p.reading(words, o.file)
	in, err := await(ctx, func() (*loaded, error) { return c.load(&o.source) })
	if err != nil {
		return err
	}
	p.step(words.Command().Counting())
	switch {
	case o.audit:
		return c.auditReports(ctx, o, in, p)
	case o.writeReference != "":
		return c.writeReference(ctx, o, in, p)
	case o.all:
		return c.compareAll(ctx, o, in, p)
	}
	return c.compareOne(ctx, o, in, p)
}

// compareOne writes or prints the report of one organisation.
func (c *console) compareOne(ctx context.Context, o *compareOptions, in *loaded, p *progress) error {
	i, err := findOrganisation(in, o.organisation)
	if err != nil {
		return err
	}
	d, err := c.delivery(&o.output, safeName(organisationName(in, i)))
	if err != nil {
		return err
	}
	defer d.discard()
	job, err := c.newComparison(ctx, o, in, p)
	if err != nil {
		return err
	}
	r, err := await(ctx, func() (*reports.Report, error) { return job.report(i) })
	if err != nil {
		return err
	}
	printed, err := d.deliver(ctx, p, r, in.locale)
	if err != nil {
		return err
	}
	return c.finishWaves(job.read(), printed, d.announces())
}

// positionOptions returns the options for the positions.
func (o *compareOptions) positionOptions(in *loaded) (position.Options, error) {
	p := position.Options{Level: float64(o.confidence), Disclosure: analysis.Disclosure(o.disclosure), By: o.by}
	if err := checkQuestions(in.survey, &analysis.Options{By: o.by}); err != nil {
		return p, err
	}
	for _, spec := range o.order() {
		flag := "--peers"
		if !slices.Contains(o.peers, spec) {
			flag = "--earlier"
		}
		peers, err := readPeers(in, flag, spec)
		if err != nil {
			return p, err
		}
		peers.Known = flag == "--earlier"
		p.Peers = append(p.Peers, peers)
	}
	return p, nil
}

// order returns the groups of peers in the order in which readers got to know
// them: those of earlier reports first, without what comes after the last one
// that is asked for now.
func (o *compareOptions) order() []string {
	var all []string
	for _, spec := range slices.Concat(o.earlier, o.peers) {
		if !slices.Contains(all, spec) {
			all = append(all, spec)
		}
	}
	for len(all) > 0 && !slices.Contains(o.peers, all[len(all)-1]) {
		all = all[:len(all)-1]
	}
	return all
}
