package ma.qutb.documents.files;

import ma.qutb.documents.FileFormat;

/** Names of files as senders give them, made fit to be shown and to be saved under. */
final class FileNames {

    private static final int LONGEST = 100;

    private FileNames() {}

    /** Without folders, control and direction characters, and with the ending of what the file really is. */
    static String shown(String name, FileFormat format) {
        var last = name.replace('\\', '/');
        last = last.substring(last.lastIndexOf('/') + 1)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\"<>:|?*;]", "")
                .strip();
        int dot = last.lastIndexOf('.');
        var stem = (dot > 0 ? last.substring(0, dot) : last).strip();
        if (stem.codePointCount(0, stem.length()) > LONGEST) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, LONGEST)).strip();
        }
        return (stem.isEmpty() || stem.startsWith(".") ? "file" : stem) + "." + format.extension();
    }
}
