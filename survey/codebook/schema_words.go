package codebook

import "maps"

// descriptions tell, for editors, what the keys of a codebook mean; by path,
// where the items of a list have the path of the list.
func descriptions() map[string]string {
	all := descriptionsOfFile()
	maps.Copy(all, descriptionsOfRegister())
	maps.Copy(all, descriptionsOfQuestions())
	return all
}

// descriptionsOfFile tell of everything but the register and the questions.
func descriptionsOfFile() map[string]string {
	return map[string]string{
		"":              "What the columns of a survey file mean.",
		"survey":        "What the survey is.",
		"file":          "How the file is read, where that must be overruled.",
		"frame":         "File with population counts, beside the codebook.",
		"register":      "File with the organisations that exist, beside the codebook.",
		"from_register": "How the register serves the survey.",
		"design":        "Columns that say how the respondents were sampled; figures are estimates for the population then.",
		"weighting":     "frame: respondents weigh so that they add up to the population counts of the frame.",
		"missing":       "Cell texts that mean \"no answer\" in every column.",
		"not_shown":     "Cell texts that mean \"the question was not shown\" in every column.",
		"skipped":       "Cell texts that mean \"shown and left empty\" in every column.",
		"strict":        "true: an answer that fits no option is an error.",
		"filters":       "Leave out the rows of which the cell of a column is none of these.",
		"ignore":        "Headings or columns (=AB) that are no questions.",
		"questions":     "The questions, in the order of the questionnaire.",

		"survey.title":     "Title of the study.",
		"survey.language":  "Language of the questionnaire.",
		"survey.publisher": "Who did the study; named as the source under charts.",
		"survey.synthetic": "true: the answers are made up, and every output says so.",
		"survey.mode":      "How the answers were got; a trend is broken where it changes.",

		"file.sheet":       "Worksheet to read.",
		"file.header_rows": "Row numbers of the headings, from 1.",
		"file.encoding":    "Character set of a text file, such as windows-1252.",
		"file.delimiter":   "Character between the fields of a text file, or tab.",

		"respondent":             "Which columns tell about the response itself, and which rows count.",
		"respondent.id":          "Column with the id of the respondent.",
		"respondent.started":     "Column with the time at which the response was begun.",
		"respondent.ended":       "Column with the time at which it was sent in.",
		"respondent.status":      "Column that tells tests and finished responses.",
		"respondent.tests":       "Values of the status column (or of test_column) of a test response.",
		"respondent.test_column": "Column that tells tests, when it is not the status column.",
		"respondent.complete":    "Values of the status column of a finished response.",
		"respondent.duplicates":  "What to do with rows that share an id.",
		"respondent.include":     "Who counts: with an answer (default), who finished, or every row.",
		"respondent.covers":      "Column with the bodies for which one response answers: a number, or names with ; between them.",

		"design.weights":    "Column with the weight of each respondent, used as given.",
		"design.strata":     "Columns that tell the strata: headings, letters as in =AB or ids of questions.",
		"design.population": "Column with the number of units that exist in the stratum of the row.",

		"filters.column": "Heading of the column, or its letter as in =AB.",
		"filters.in":     "Cell texts of the rows that stay.",
	}
}

// descriptionsOfRegister tell how a register serves the survey.
func descriptionsOfRegister() map[string]string {
	return map[string]string{
		"from_register.on":      "Day for which the register is asked, as 2018-01-31; the end of the fieldwork when left out.",
		"from_register.several": "Which answers count of an organisation with more than one.",
		"from_register.bodies":  "Names or codes as respondents wrote them, each with the code in the register.",
		"from_register.prefer":  "Roles or columns of which the register counts, whatever was answered.",
		"from_register.columns": "How columns of the register become questions.",

		"from_register.columns.column":  "Heading of the column in the register.",
		"from_register.columns.id":      "Id of the question that it becomes.",
		"from_register.columns.label":   "Name of that question.",
		"from_register.columns.options": "Words for the values, in order.",

		"from_register.columns.options.code":   "Value in the register.",
		"from_register.columns.options.label":  "Words for it.",
		"from_register.columns.options.short":  "Shorter words for tables and charts.",
		"from_register.columns.options.plural": "How a group of such organisations is called.",
	}
}

func descriptionsOfQuestions() map[string]string {
	return map[string]string{
		"questions.id":          "Short name, unique and the same in every wave.",
		"questions.column":      "Heading of the question, or letters as in =AB or =K:Q.",
		"questions.kind":        "Form of the answers.",
		"questions.role":        "What the question means; the report knows it by that.",
		"questions.channel":     "Channel that the question is about.",
		"questions.same_as":     "Id of the question in other waves, where that is another one.",
		"questions.personal":    "keep where names, addresses and numbers of persons in the texts are to be read as they are; else they are taken out.",
		"questions.comparable":  "Beside other waves: full, break (with a mark between them) or none; worked out when left out.",
		"questions.label":       "Short name for tables and charts.",
		"questions.unit":        "Unit of a number.",
		"questions.sensitivity": "protected: small groups are hidden; open: they are not.",
		"questions.polarity":    "Which answer is better where organisations are compared; by the role when left out.",
		"questions.importance":  "How much it weighs there, 1 (least) to 3 (most); by the role when left out.",
		"questions.asked_if":    "Who was asked: question id to codes of options; all must hold.",
		"questions.asked_all":   "true: everyone was asked.",
		"questions.separator":   "What stands between the options that share one cell.",
		"questions.base":        "Who counts in a block of columns: everyone with a mark, or those with a tick.",
		"questions.missing":     "Cell texts that mean \"no answer\" here.",
		"questions.not_shown":   "Cell texts that mean \"the question was not shown\" here.",
		"questions.skipped":     "Cell texts that mean \"shown and left empty\" here.",
		"questions.recode":      "Cell text to the label or code of the option that it stands for.",
		"questions.begins":      "true: a cell fits the option that it begins with (\"Yes, by chat\").",
		"questions.exact":       "true: a cell fits an option only in the very same spelling.",
		"questions.reverse":     "true: the scores of the scale run the other way.",
		"questions.minimum":     "Least number that can be right.",
		"questions.maximum":     "Greatest number that can be right.",
		"questions.options":     "The options, in the order of the questionnaire.",
		"questions.groups":      "Options taken together; they become a question of their own.",
		"questions.themes":      "Themes of an open question.",
		"questions.advice":      "What a report on one organisation tells it by its own answer.",

		"questions.options.code":        "Fixed code, the same in every wave.",
		"questions.options.label":       "Wording as it stands in the file.",
		"questions.options.short":       "Shorter wording for tables and charts.",
		"questions.options.plural":      "How a group of such organisations is called.",
		"questions.options.means":       "Meaning across questionnaires: a stage, a department, a type of organisation, large.",
		"questions.options.score":       "Place on the scale, 1 = lowest; none when off the scale.",
		"questions.options.other":       "true for \"other, namely\": any other text counts as it.",
		"questions.options.same_as":     "Codes of options of other waves that say the same: one, or several that mean this one together.",
		"questions.options.dont_know":   "true for \"don't know\" and \"no opinion\".",
		"questions.options.out_of_base": "true: who chose it is not counted in the base.",

		"questions.groups.code":  "Fixed code of the group.",
		"questions.groups.label": "Name of the group.",
		"questions.groups.of":    "Codes of the options in the group.",

		"questions.advice.of":    "Codes of options: the advice is for who chose one of them.",
		"questions.advice.above": "For a number: the advice is for who gave more.",
		"questions.advice.nl":    "The advice in Dutch.",
		"questions.advice.en":    "The advice in English.",

		"questions.themes.code":     "Fixed code of the theme.",
		"questions.themes.label":    "Name of the theme.",
		"questions.themes.patterns": "Words or phrases; an answer with one of them has the theme.",
	}
}
