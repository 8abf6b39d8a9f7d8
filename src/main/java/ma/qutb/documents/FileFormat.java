package ma.qutb.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The formats Qutb takes in. What a file is, is read from its content; neither its name nor its sender is believed. */
public enum FileFormat {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    CSV("text/csv", "csv");

    /** What a camera makes. */
    public static final Set<FileFormat> PHOTOS = Set.of(JPEG, PNG, WEBP);

    /** What a scanner or a camera makes. */
    public static final Set<FileFormat> PAPERS = Set.of(JPEG, PNG, WEBP, PDF);

    /** What an import reads. */
    public static final Set<FileFormat> TABLES = Set.of(XLSX, CSV);

    private final String mediaType;
    private final String extension;

    FileFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    public boolean photo() {
        return PHOTOS.contains(this);
    }

    /** For the {@code accept} attribute of a file input. */
    public static String accept(Set<FileFormat> formats) {
        return sorted(formats).stream()
                .map(it -> it.mediaType + ",." + it.extension)
                .collect(Collectors.joining(","));
    }

    /** Their names, as people say them. */
    public static String names(Set<FileFormat> formats) {
        return sorted(formats).stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static List<FileFormat> sorted(Set<FileFormat> formats) {
        return Arrays.stream(values()).filter(formats::contains).toList();
    }
}
