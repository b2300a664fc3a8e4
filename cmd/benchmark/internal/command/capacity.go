package command

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"benchmark/analysis"
	"benchmark/analysis/staffing"
	"benchmark/reports"
	"benchmark/survey"
)

// capacityOptions are the options of the capacity command.
type capacityOptions struct {
	source
	output
	volume                                 perHour
	channel, group, organisation           string
	handling, patience, talking, switching span
	chats, least                           int
	service, compare                       promise
	load, shrinkage, phone                 part
	hours, profile                         string
	week, peak                             float64
	growth                                 growth
	years                                  int
	alone                                  bool
	seed                                   uint64
	// given are the names of the flags that were given, and asked these flags with
	// their values, for the provenance of the report.
	given, asked []string
	assumed      staffing.Assumptions
}

// capacityHelp is the help of the capacity command.
const capacityHelp = `Tell how many people a chat channel takes: on duty at the same time, and on the
payroll; how long people wait; how busy the people are; what another service
level saves; what becomes of the channel when they also do e-mail and webcare, or
telephone and counter; what it takes when the volume grows; and which assumption
matters most.

The number of contacts per hour is what organisations in the survey FILE named:
the median, and the quartiles for a quieter and a busier channel. --group takes
one type or size class. --organisation takes what one organisation named, beside
its type and size class, or where it named nothing what is usual for its size.
Volumes that are hidden because few answered are not used. Or leave FILE out and
give your own with --volume.

Everything else is an assumption. The output lists each with where it comes from
and the flag that changes it: measure your own and fill them in. --handling is
the work that a contact takes somebody who has no other one, and --concurrency
how many somebody has at once. --profile says which hours and days are busier.
Waiting follows Erlang C, with --patience Erlang A, and with more chats at once a
chain that extends both; other work beside it is simulated.

--growth is how much the volume grows each year: 1.5 is half as much again, as is
50%/year. Three of them, such as 1/1.2/1.5, are the least, the usual and the most.

It is printed as text, or written in the form of --format or of the file that --out
names: html, pdf, pptx, xlsx, docx and others, as 'benchmark report' has them.`

// officeHours are the opening hours of staffing.Defaults as they are typed.
const officeHours = "mon-fri 9-17"

// newCapacityCommand makes the capacity command; run is runCapacity but in tests
// of the command line.
func newCapacityCommand(c *console, run func(context.Context, *console, *capacityOptions) error) *cobra.Command {
	o := &capacityOptions{}
	cmd := &cobra.Command{
		Use:     "capacity [FILE]",
		Short:   "Tell how many people a channel takes",
		GroupID: groupStudy,
		Long:    capacityHelp,
		Example: `benchmark capacity trial/howaboutyou-2018.xlsx
benchmark capacity trial/howaboutyou-2018.xlsx --channel WhatsApp --group "Tot 20.000"
benchmark capacity trial/howaboutyou-2018.xlsx --organisation oosterbrink --out oosterbrink.docx
benchmark capacity --volume 2
benchmark capacity --volume 8/15/25 --concurrency 3 --hours "mon-fri 8-18, sat 10-13"
benchmark capacity --volume 15 --profile "9=0.7,10=1.4,11=1.4,mon=1.3" --patience 3m --out chat.html
benchmark capacity --volume 15 --growth 20%/year --years 5
benchmark capacity --volume 2 --phone 0.3 --peak 2 --format json`,
		Annotations:       map[string]string{mayDoubt: "yes"},
		ValidArgsFunction: surveyFiles,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return one("the survey file")(cmd, args)
			}
			return noEmptyFlags(cmd)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.file = args[0]
			}
			cmd.Flags().Visit(func(f *pflag.Flag) { o.given = append(o.given, f.Name) })
			o.asked = given(cmd.Flags())
			if err := o.complete(); err != nil {
				return err
			}
			return run(cmd.Context(), c, o)
		},
	}
	o.define(cmd)
	must(cmd.RegisterFlagCompletionFunc("organisation", completeOrganisations(c, &o.source)))
	completeLabels(cmd, "group", c, groupLabels)
	completeLabels(cmd, "channel", c, channelsWith(survey.Volume))
	return cmd
}

// define defines the flags.
func (o *capacityOptions) define(cmd *cobra.Command) {
	a := staffing.Defaults()
	o.handling, o.patience, o.talking, o.switching = span(a.Handling), span(a.Patience), span(a.Talking), span(a.Switch)
	o.service, o.compare = promise(a.Promise), promise(a.Other)
	o.load, o.shrinkage, o.phone, o.growth = part(a.MostLoad), part(a.Shrinkage), part(a.Phone), growth(a.Growth)
	f := cmd.Flags()
	f.Var(&o.volume, "volume", "contacts per open hour, or a low, a usual and a high number: 1/2/4")
	f.StringVar(&o.channel, "channel", "", "`NAME` of the channel (default: each of the survey)")
	f.StringVar(&o.group, "group", "", "`GROUP` of organisations: a type or size class of the survey (default: all)")
	f.StringVar(&o.organisation, "organisation", "", "`NAME` or code of the organisation to plan for, or row:12 for that row of the file")
	f.Var(&o.handling, "handling", "work that a contact takes")
	f.IntVar(&o.chats, "concurrency", a.Chats, "contacts that somebody has at once, 1 to 5")
	f.Var(&o.service, "service", "service level: the share answered within a time")
	f.Var(&o.compare, "compare", "service level to compare it with")
	f.Var(&o.patience, "patience", "mean time after which who waits gives up; 0s: never")
	f.Var(&o.load, "load", "highest part of what people can do that they keep up")
	f.Var(&o.shrinkage, "shrinkage", "part of paid time that is leave, illness, breaks and meetings")
	f.IntVar(&o.least, "minimum", a.Least, "least number of people on duty")
	f.Float64Var(&o.week, "week", a.Week, "`HOURS` of a full-time week")
	f.StringVar(&o.hours, "hours", officeHours, "opening `HOURS`, with a comma between more of them")
	f.StringVar(&o.profile, "profile", "", "busier and quieter hours and days: `10=1.4,mon=1.3` (default: even)")
	f.BoolVar(&o.alone, "alone", false, "leave out what other work beside the channel does")
	f.Var(&o.phone, "phone", "part of the free time that telephone or counter fills")
	f.Var(&o.talking, "talking", "length of one call or visit")
	f.Float64Var(&o.peak, "peak", a.Peak, "how many times as busy the telephone is at its peak")
	f.Var(&o.switching, "switch", "time lost when e-mail is laid aside for a contact")
	f.Var(&o.growth, "growth", "growth each year: a factor or a percentage, or least/usual/most")
	f.IntVar(&o.years, "years", a.Growth.Years, "`YEARS` of growth; 0: none")
	f.Uint64Var(&o.seed, "seed", a.Seed, "seed of the simulation")
	o.output.flags(cmd, "default: text", "`FILE` to write the plan to (default: standard output)")
	o.source.flags(cmd)
}

// complete refuses options that can't be meant, and gathers the assumptions.
func (o *capacityOptions) complete() error {
	switch {
	case o.file == "" && len(o.volume) == 0:
		return usagef("give the survey file, or your own number of contacts per hour with --volume")
	case o.file != "" && len(o.volume) > 0:
		return usagef("--volume takes the place of the survey file: give one of them")
	case o.file == "" && (o.group != "" || o.organisation != ""):
		return usagef("--group and --organisation go with a survey file")
	case o.group != "" && o.organisation != "":
		return usagef("--organisation knows its own type and size class: --group does not go with it")
	case o.years == 0 && slices.Contains(o.given, "growth"):
		return usagef("--growth needs --years of 1 or more")
	case o.alone && slices.ContainsFunc([]string{"phone", "talking", "peak", "switch", "seed"}, func(f string) bool { return slices.Contains(o.given, f) }):
		return usagef("--alone leaves other work out, so --phone, --talking, --peak, --switch and --seed do not go with it")
	}
	if err := o.settle(formatText, false); err != nil {
		return err
	}
	open, err := staffing.ParseHours(o.hours)
	if err != nil {
		return usagef("--hours: %s", err)
	}
	profile, err := staffing.ParseProfile(o.profile)
	if err != nil {
		return usagef("--profile: %s", err)
	}
	o.assumed = staffing.Assumptions{
		Handling: float64(o.handling), Chats: o.chats, Promise: staffing.Promise(o.service), Other: staffing.Promise(o.compare),
		Patience: float64(o.patience), MostLoad: float64(o.load), Shrinkage: float64(o.shrinkage), Least: o.least, Week: o.week,
		Open: open, Profile: profile, Phone: float64(o.phone), Talking: float64(o.talking), Peak: o.peak, Switch: float64(o.switching), Seed: o.seed,
		Growth: staffing.Growth(o.growth),
	}
	o.assumed.Growth.Years = o.years
	if err := o.assumed.Check(); err != nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		return usagef("%s", first)
	}
	return o.check()
}

// runCapacity writes or prints how many people a channel takes.
func runCapacity(ctx context.Context, c *console, o *capacityOptions) error {
	p := c.progress()
	defer p.done()
	base := "capacity"
	if o.file != "" {
		base = baseOf(o.file) + "-capacity"
	}
	d, err := c.delivery(&o.output, base)
	if err != nil {
		return err
	}
	defer d.discard()
	plan := &reports.Capacity{Assumed: &o.assumed, HoursText: o.hours, ProfileText: o.profile, Given: o.given}
	plan.Reading.Program, plan.Reading.Options = "benchmark "+release(), o.asked
	if o.file == "" {
		return c.planOwn(ctx, o, d, p, plan)
	}
	s, err := c.compute(ctx, &o.source, analysis.Defaults(), p)
	if err != nil {
		return err
	}
	s.reading.Program, s.reading.Options = plan.Reading.Program, plan.Reading.Options
	plan.Study, plan.Reading = s.figures, s.reading
	who := nobody
	if o.organisation != "" {
		if who, err = findOrganisation(s.loaded, o.organisation); err != nil {
			return err
		}
		plan.Organisation = organisationName(s.loaded, who)
	}
	if plan.Channels, err = await(ctx, func() ([]reports.CapacityChannel, error) { return o.channels(s.figures, who) }); err != nil {
		return err
	}
	printed, err := d.deliver(ctx, p, reports.BuildCapacity(plan, s.locale), s.locale)
	if err != nil {
		return err
	}
	return c.finish(s, printed, d.announces(), nil)
}

// planOwn plans a volume that was given, without a survey.
func (c *console) planOwn(ctx context.Context, o *capacityOptions, d *delivery, p *progress, plan *reports.Capacity) error {
	l, err := c.language(o.lang, "")
	if err != nil {
		return err
	}
	own, err := await(ctx, func() (staffing.Outlook, error) {
		own, err := o.assumed.Outlook(o.volume)
		if err == nil {
			err = o.assumed.Detail(&own, !o.alone, true)
		}
		return own, err
	})
	if err != nil {
		return err
	}
	plan.Channels = []reports.CapacityChannel{{Channel: o.channel, Focus: reports.CapacityGroup{Outlook: own}}}
	printed, err := d.deliver(ctx, p, reports.BuildCapacity(plan, l), l)
	if err != nil {
		return err
	}
	return c.print(printed)
}
