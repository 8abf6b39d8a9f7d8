package ma.qutb.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The static files, held in memory, compressed once: {@code /assets/<fingerprint of all of them>/css/qutb.rtl.css}, so
 * that browsers may keep them for ever. The style sheets are joined to one per direction.
 */
class Assets {

    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml",
            "webp", "image/webp",
            "woff2", "font/woff2",
            "txt", "text/plain;charset=UTF-8");
    private static final Set<String> WORTH_COMPRESSING = Set.of("css", "js", "svg", "txt");

    private final String root;
    private final boolean reload;
    private final Map<String, StaticFile> files;
    private final String version;

    /** @param reload read the project's own folder again on each request, while someone works on the look */
    Assets(boolean reload) {
        this.reload = reload;
        root = reload ? "file:src/main/resources/static/" : "classpath:/static/";
        files = read();
        var print = new CRC32();
        files.forEach((name, file) -> {
            print.update(name.getBytes(StandardCharsets.UTF_8));
            print.update(file.content());
        });
        version = Long.toHexString(print.getValue());
    }

    /** A file as it leaves: with its type and, where that pays, already compressed. */
    record StaticFile(String type, byte[] content, byte @Nullable [] compressed) {}

    String version() {
        return version;
    }

    String address(String file) {
        return "/assets/" + version + "/" + file;
    }

    Optional<StaticFile> find(String file) {
        return Optional.ofNullable((reload ? read() : files).get(file));
    }

    private Map<String, StaticFile> read() {
        try {
            var contents = new TreeMap<String, byte[]>();
            for (var file : new PathMatchingResourcePatternResolver().getResources(root + "**/*.*")) {
                var address = file.getURL().toString();
                if (file.isReadable() && !address.endsWith("/")) {
                    contents.put(address.substring(address.lastIndexOf("/static/") + 8), file.getContentAsByteArray());
                }
            }
            contents.put("js/htmx.min.js", new ClassPathResource(HTMX).getContentAsByteArray());
            contents.put("css/qutb.rtl.css", joined(contents, everywhere(contents, "css/vendor.rtl.css")));
            contents.put("css/qutb.ltr.css", joined(contents, everywhere(contents, "css/vendor.ltr.css")));
            contents.put("css/staff.css", joined(contents, in(contents, "css/staff/")));
            var read = new TreeMap<String, StaticFile>();
            contents.forEach((name, content) -> read.put(name, file(name, content)));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> everywhere(Map<String, byte[]> contents, String vendor) {
        var parts = new ArrayList<>(List.of(vendor, "css/tokens.css", "css/qutb.css", "css/parts.css"));
        // What only the pages of one module need; where only staff sees them, it is in the other folder.
        parts.addAll(in(contents, "css/module/"));
        return parts;
    }

    private static List<String> in(Map<String, byte[]> contents, String folder) {
        return contents.keySet().stream().filter(it -> it.startsWith(folder)).toList();
    }

    private static byte[] joined(Map<String, byte[]> contents, List<String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            var css = new String(contents.get(part), StandardCharsets.UTF_8);
            // Comments and indentation are for us; no string in the sheets holds either.
            out.write(css.replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("\\s+", " ")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static StaticFile file(String name, byte[] content) {
        var ending = name.substring(name.lastIndexOf('.') + 1);
        return new StaticFile(
                TYPES.getOrDefault(ending, "application/octet-stream"),
                content,
                WORTH_COMPRESSING.contains(ending) ? compressed(content) : null);
    }

    private static byte[] compressed(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
