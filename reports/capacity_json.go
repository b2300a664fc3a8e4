package reports

import "reflect"

// jsonCapacity is the JSON of a capacity plan. Times are in hours.
type jsonCapacity struct {
	Schema      string                `json:"schema"`
	Assumptions jsonAssumptions       `json:"assumptions"`
	Channels    []jsonCapacityChannel `json:"channels"`
}

type jsonAssumptions struct {
	Handling       float64   `json:"handling_hours"`
	Chats          int       `json:"concurrency"`
	Speeds         []float64 `json:"speeds"`
	Service        float64   `json:"service"`
	Within         float64   `json:"within_hours"`
	CompareService float64   `json:"compare_service"`
	CompareWithin  float64   `json:"compare_within_hours"`
	Patience       *float64  `json:"patience_hours"`
	MostLoad       float64   `json:"most_load"`
	Shrinkage      float64   `json:"shrinkage"`
	Least          int       `json:"minimum"`
	Week           float64   `json:"week_hours"`
	Hours          string    `json:"hours"`
	Profile        string    `json:"profile"`
	Phone          float64   `json:"phone"`
	Talking        float64   `json:"talking_hours"`
	Peak           float64   `json:"peak"`
	Switch         float64   `json:"switch_hours"`
	Seed           uint64    `json:"seed"`
}

type jsonCapacityChannel struct {
	Channel string              `json:"channel"`
	Unit    string              `json:"unit"`
	Asked   string              `json:"asked_but_hidden"`
	NotUsed []string            `json:"not_used"`
	Groups  []jsonCapacityGroup `json:"groups"`
}

type jsonCapacityGroup struct {
	Breakdown string     `json:"breakdown"`
	Level     string     `json:"level"`
	Label     string     `json:"label"`
	Base      int        `json:"base"`
	Low       *float64   `json:"median_low"`
	High      *float64   `json:"median_high"`
	Plans     []jsonPlan `json:"plans"`
	Mixes     []jsonMix  `json:"mixes"`
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
