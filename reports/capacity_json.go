package reports

import "reflect"

// jsonCapacity is the JSON of a capacity plan. Times are in hours.
type jsonCapacity struct {
	Schema     string          `json:"schema"`
	Provenance *jsonProvenance `json:"provenance,omitempty"` // of the survey, where there is one
	jsonMade
	Organisation string                `json:"organisation"`
	Assumptions  jsonAssumptions       `json:"assumptions"`
	Channels     []jsonCapacityChannel `json:"channels"`
}

type jsonAssumptions struct {
	Handling       float64          `json:"handling_hours"`
	Chats          int              `json:"concurrency"`
	Speeds         []float64        `json:"speeds"`
	Service        float64          `json:"service"`
	Within         float64          `json:"within_hours"`
	CompareService float64          `json:"compare_service"`
	CompareWithin  float64          `json:"compare_within_hours"`
	Patience       *float64         `json:"patience_hours"`
	MostLoad       float64          `json:"most_load"`
	Shrinkage      float64          `json:"shrinkage"`
	Least          int              `json:"minimum"`
	Week           float64          `json:"week_hours"`
	Hours          string           `json:"hours"`
	Profile        string           `json:"profile"`
	Phone          float64          `json:"phone"`
	Talking        float64          `json:"talking_hours"`
	Peak           float64          `json:"peak"`
	Switch         float64          `json:"switch_hours"`
	Growth         jsonVolumeGrowth `json:"growth"`
	Seed           uint64           `json:"seed"`
}

type jsonCapacityChannel struct {
	Channel string              `json:"channel"`
	Unit    string              `json:"unit"`
	Asked   string              `json:"asked_but_hidden"`
	NotUsed []string            `json:"not_used"`
	Uptake  *jsonUptake         `json:"uptake"`
	Groups  []jsonCapacityGroup `json:"groups"`
}

type jsonCapacityGroup struct {
	Own         bool            `json:"own"`
	Breakdown   string          `json:"breakdown"`
	Level       string          `json:"level"`
	Label       string          `json:"label"`
	Base        int             `json:"base"`
	Low         *float64        `json:"median_low"`
	High        *float64        `json:"median_high"`
	Plans       []jsonPlan      `json:"plans"`
	Mixes       []jsonMix       `json:"mixes"`
	Curve       []jsonPeople    `json:"curve"`
	Cover       []jsonCover     `json:"cover"`
	Growth      []jsonStep      `json:"growth"`
	Sensitivity []jsonVariation `json:"sensitivity"`
}

// jsonVolumeGrowth are factors by which the volume grows each year.
type jsonVolumeGrowth struct {
	Low    float64 `json:"low"`
	Yearly float64 `json:"yearly"`
	High   float64 `json:"high"`
	Years  int     `json:"years"`
}

type jsonUptake struct {
	Now      int     `json:"now"`
	Surely   int     `json:"surely"`
	Likely   int     `json:"likely"`
	Base     int     `json:"base"`
	Expected float64 `json:"expected"`
	Low      float64 `json:"expected_low"`
	High     float64 `json:"expected_high"`
	Level    float64 `json:"confidence"`
}

type jsonPeople struct {
	People int      `json:"people"`
	Enough bool     `json:"enough"`
	Stable bool     `json:"can_do_the_work"`
	InTime *float64 `json:"in_time"`
	Slower *float64 `json:"in_time_compare"`
	Wait   *float64 `json:"wait_hours"`
	Busy   *float64 `json:"busy"`
}

// jsonCover is an open hour; days are 1 for Monday to 7 for Sunday.
type jsonCover struct {
	Day    int     `json:"day"`
	From   float64 `json:"from_hour"`
	To     float64 `json:"to_hour"`
	Volume float64 `json:"per_hour"`
	People int     `json:"people"`
}

type jsonStep struct {
	Year       int     `json:"year"`
	Volume     float64 `json:"per_hour"`
	VolumeLow  float64 `json:"per_hour_low"`
	VolumeHigh float64 `json:"per_hour_high"`
	People     int     `json:"people"`
	PeopleLow  int     `json:"people_low"`
	PeopleHigh int     `json:"people_high"`
	FTE        float64 `json:"fte"`
	FTELow     float64 `json:"fte_low"`
	FTEHigh    float64 `json:"fte_high"`
}

type jsonVariation struct {
	Assumption string       `json:"assumption"`
	Low        *jsonChanged `json:"low"`
	High       *jsonChanged `json:"high"`
}

type jsonChanged struct {
	Value  float64 `json:"value"`
	People int     `json:"people"`
	FTE    float64 `json:"fte"`
}

type jsonPlan struct {
	Level     string  `json:"level"`
	Volume    float64 `json:"per_hour"`
	Busiest   float64 `json:"per_hour_busiest"`
	Service   float64 `json:"service"`
	Within    float64 `json:"within_hours"`
	Least     int     `json:"on_duty_least"`
	Most      int     `json:"on_duty_most"`
	OpenHours float64 `json:"open_hours"`
	DutyHours float64 `json:"duty_hours"`
	FTE       float64 `json:"fte"`
	WorkFTE   float64 `json:"work_fte"`
	Roster    int     `json:"roster"`
	InTime    float64 `json:"in_time"`
	Wait      float64 `json:"wait_hours"`
	Abandoned float64 `json:"abandoned"`
	Busy      float64 `json:"busy"`
	FreeHours float64 `json:"free_hours"`
	Room      float64 `json:"room_per_hour"`
}

type jsonMix struct {
	Work        string   `json:"work"`
	Sustainable bool     `json:"sustainable"`
	InTime      *float64 `json:"in_time"`
	InTimeSE    *float64 `json:"in_time_se"`
	Wait        *float64 `json:"wait_hours"`
	WaitSE      *float64 `json:"wait_hours_se"`
	Formula     *float64 `json:"in_time_formula"`
	Mail        *float64 `json:"mail"`
}

func capacityType() reflect.Type { return reflect.TypeFor[jsonCapacity]() }
