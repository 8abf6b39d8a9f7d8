package ma.qutb.shell;

import java.time.Duration;
import java.util.Optional;
import ma.qutb.kernel.Language;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** Serves the static files, the service worker and what a phone needs to put Qutb on its home screen. */
@Controller
class AssetController {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;
    private final Texts texts;

    AssetController(Assets assets, Texts texts) {
        this.assets = assets;
        this.texts = texts;
    }

    @GetMapping("/assets/{version}/{*file}")
    ResponseEntity<byte[]> file(
            @PathVariable String version,
            @PathVariable String file,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepts) {
        // A page from before an upgrade still asks under the old version: answered, but not to be kept under that name.
        var keep = version.equals(assets.version()) ? FOR_EVER : CacheControl.noCache();
        return answer(assets.find(file.substring(1)), accepts, keep);
    }

    @GetMapping("/sw.js")
    ResponseEntity<byte[]> worker(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepts) {
        return answer(assets.find("sw.js"), accepts, CacheControl.noCache());
    }

    @GetMapping("/favicon.ico")
    ResponseEntity<byte[]> icon(@RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepts) {
        return answer(assets.find("ornaments/logo-mark.svg"), accepts, CacheControl.maxAge(Duration.ofDays(7)));
    }

    @GetMapping(path = "/{language:ar|fr|en|es|zgh}/manifest.webmanifest", produces = "application/manifest+json")
    ResponseEntity<WebManifest> manifest(@PathVariable String language) {
        var reader = Language.of(language).orElse(Language.AR);
        var name = texts.say(reader, "app.name");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(new WebManifest(
                        name + " · " + texts.say(reader, "shell.pole"),
                        name,
                        reader.code(),
                        reader.direction(),
                        "/me",
                        "standalone",
                        "#101b48",
                        "#fbf8f2",
                        new WebManifest.Icon[] {
                            new WebManifest.Icon(assets.address("ornaments/logo-app.svg"), "any", "image/svg+xml")
                        }));
    }

    private static ResponseEntity<byte[]> answer(Optional<Assets.StaticFile> found, String accepts, CacheControl keep) {
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        var file = found.get();
        var answer = ResponseEntity.ok()
                .cacheControl(keep)
                .header(HttpHeaders.CONTENT_TYPE, file.type())
                .varyBy(HttpHeaders.ACCEPT_ENCODING);
        var compressed = file.compressed();
        return compressed != null && accepts.contains("gzip")
                ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(compressed)
                : answer.body(file.content());
    }

    /** What browsers read of a web app, by the names they read. */
    record WebManifest(
            String name,
            String short_name,
            String lang,
            String dir,
            String start_url,
            String display,
            String theme_color,
            String background_color,
            Icon[] icons) {

        record Icon(String src, String sizes, String type) {}
    }
}
