"""The analysis of graph-tool on Apache Spark: the same model, the same numbers, the same run folder.

Only the DataFrame interface is used: nothing of this runs on executors but what Spark compiles itself, so executors need
neither Python nor any package.
"""
