"""Files on whatever Hadoop reads and writes, through Spark's own client."""

from .events import Failure


class Files:
    """Looks at, moves and copies files by URL."""

    def __init__(self, spark):
        self._jvm = spark._jvm
        self._conf = spark._jsc.hadoopConfiguration()

    def _open(self, url):
        path = self._jvm.org.apache.hadoop.fs.Path(url)
        try:
            return path.getFileSystem(self._conf), path
        except Exception as error:
            raise Failure(66, [f"{url}: {first_line(error)}"]) from error

    def exists(self, url):
        system, path = self._open(url)
        return system.exists(path)

    def is_folder(self, url):
        system, path = self._open(url)
        return system.exists(path) and system.getFileStatus(path).isDirectory()

    def size(self, url):
        """How many bytes a file or a folder holds."""
        system, path = self._open(url)
        return system.getContentSummary(path).getLength()

    def parts(self, url, suffix=""):
        """The part files in a folder, by name."""
        system, path = self._open(url)
        names = [status.getPath().getName() for status in system.listStatus(path)]
        return sorted(name for name in names if name.startswith("part-") and name.endswith(suffix))

    def delete(self, url):
        system, path = self._open(url)
        system.delete(path, True)

    def delete_on_exit(self, url):
        """Lets Java delete a folder when it ends, however it does but for a kill."""
        system, path = self._open(url)
        system.deleteOnExit(path)

    def rename(self, old, new):
        system, path = self._open(old)
        if not system.rename(path, self._jvm.org.apache.hadoop.fs.Path(new)):
            raise Failure(74, [f"{old} cannot be renamed to {new}"])

    def make_folder(self, url):
        system, path = self._open(url)
        if not system.mkdirs(path):
            raise Failure(73, [f"{url}: the folder cannot be made"])

    def write(self, url, text):
        """Writes a small text file."""
        system, path = self._open(url)
        stream = system.create(path, True)
        try:
            stream.write(bytearray(text.encode("utf-8")))
        finally:
            stream.close()

    def copy_to_local(self, url, folder):
        """Copies a file or a folder into a local folder."""
        system, path = self._open(url)
        target = self._jvm.org.apache.hadoop.fs.Path("file://" + folder)
        system.copyToLocalFile(False, path, target, True)


def first_line(error):
    """What an error of Spark or Java says, without the trace."""
    return str(getattr(error, "java_exception", None) or error).split("\n")[0]
