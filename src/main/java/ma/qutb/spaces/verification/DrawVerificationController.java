package ma.qutb.spaces.verification;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import ma.qutb.kernel.Refusal;
import ma.qutb.spaces.draw.DrawFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Takes the four files of a draw, keeps nothing of them, and says whether they fit or which was altered and where. */
@Controller
class DrawVerificationController {

    private static final String ADDRESS = "/{language:ar|fr|en|es|zgh}/verify/draw";

    /** A list of a hundred thousand applications is smaller. */
    private static final long MOST = 4_000_000;

    @GetMapping(ADDRESS)
    ModelAndView form() {
        return new ModelAndView("spaces/verification/draw");
    }

    @PostMapping(ADDRESS)
    ModelAndView check(
            @RequestParam(required = false) @Nullable MultipartFile list,
            @RequestParam(required = false) @Nullable MultipartFile commitment,
            @RequestParam(required = false) @Nullable MultipartFile seed,
            @RequestParam(required = false) @Nullable MultipartFile result)
            throws IOException {
        try {
            var files = new DrawFiles(
                    text(DrawFiles.LIST, list),
                    text(DrawFiles.COMMITMENT, commitment),
                    text(DrawFiles.SEED, seed),
                    text(DrawFiles.RESULT, result));
            return new ModelAndView("spaces/verification/draw").addObject("verdict", DrawVerdict.of(files));
        } catch (Refusal refusal) {
            return new ModelAndView("spaces/verification/draw", HttpStatus.UNPROCESSABLE_CONTENT)
                    .addObject("refusal", refusal);
        }
    }

    private static String text(String name, @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw new Refusal("spaces.draw.refusal.missing", name);
        }
        if (file.getSize() > MOST) {
            throw new Refusal("spaces.draw.refusal.too-long", name);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal("spaces.draw.refusal.no-text", name);
        }
    }
}
