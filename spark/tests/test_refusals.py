"""What cannot be read is refused with a sentence that names file, value and what was expected; nothing is written."""

import unittest

from running import Bench


class Refusals(unittest.TestCase):
    def setUp(self):
        self.bench = Bench()
        self.addCleanup(self.bench.close)

    def refused(self, people, friendships, *options):
        """The exit code and the sentences."""
        folder = self.bench.folder / f"society-{len(list(self.bench.folder.iterdir()))}"
        folder.mkdir()
        (folder / "people.csv").write_text(people)
        (folder / "friendships.csv").write_text(friendships)
        code, events, run = self.bench.job(folder, *options)
        self.assertIsNone(run)
        errors = [event for event in events if event["event"] == "error"]
        self.assertEqual([error["code"] for error in errors], [code])
        return code, errors[0]["problems"]

    def test_a_person_who_stands_there_twice(self):
        code, problems = self.refused("id,score\na,600\na,610\n", "source,target\na,b\n")
        self.assertEqual((code, problems), (65, ['people.csv: "a" stands there 2 times; each person once was expected']))

    def test_a_weight_that_is_no_number_and_one_below_zero(self):
        code, problems = self.refused(
            "id,score\na,600\nb,610\n", "source,target,weight\na,b,heavy\nb,a,-2\na,b,nan\na,b,\n"
        )
        self.assertEqual(code, 65)
        self.assertEqual(len(problems), 4)
        self.assertIn('"heavy" is not a number; a number of 0 or more was expected', problems[0])
        self.assertIn("-2 is negative; 0 or more was expected (--negative drop or absolute accepts it)", problems[1])
        self.assertIn('"nan" is not a number', problems[2])
        self.assertIn("the weight is missing", problems[3])

    def test_a_tie_with_somebody_unknown(self):
        code, problems = self.refused("id,score\na,600\nb,610\n", "source,target\na,b\na,zoe\n")
        self.assertEqual((code, problems), (65, ['friendships.csv: "zoe" is not the id of anyone in the people file']))

    def test_a_score_off_the_scale_and_a_missing_one(self):
        code, problems = self.refused("id,score\na,600\nb,1000\n", "source,target\na,b\n", "--scale", "zhima")
        self.assertEqual(code, 65)
        self.assertIn('1000 of "b" is off the scale; 350 to 950 was expected', problems[0])
        code, problems = self.refused("id,score\na,600\nb,\n", "source,target\na,b\n")
        self.assertIn('"b" has no own score', problems[0])

    def test_people_whom_nobody_with_a_view_of_their_own_reaches(self):
        code, problems = self.refused("id,score\na,600\nb,610\n", "source,target\na,b\n", "--susceptibility", "1")
        self.assertEqual(code, 64)
        self.assertIn("2 people with susceptibility 1 and nobody below 1 within reach: a, b", problems[0])

    def test_an_unknown_option_column_or_layer(self):
        society = ("id,score\na,600\nb,610\n", "source,target\na,b\n")
        self.assertEqual(self.refused(*society, "--tolerence", "1")[0], 64)
        self.assertEqual(self.refused(*society, "--by", "town")[0], 64)
        self.assertEqual(self.refused(*society, "--layer-weights", "family=1")[0], 64)


if __name__ == "__main__":
    unittest.main()
