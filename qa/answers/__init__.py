"""One answer: does it speak to the question, is it what is asked for, what value is it?"""
