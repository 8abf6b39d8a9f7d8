package ma.qutb.market.sharing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import ma.qutb.documents.FileId;
import ma.qutb.documents.Files;
import ma.qutb.market.finding.Photo;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Draws 1200 by 630 pixels, the form messengers show whole: the photo on one side, title and price on the other. JPEG, because not every
 * messenger reads WebP, and below 300 KB, above which WhatsApp shows none.
 */
@Component
class DrawingSharePictures {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;
    static final int MOST_BYTES = 290_000;

    private static final int MARGIN = 56;
    private static final Color NILA = new Color(0x17245c);
    private static final Color DARK = new Color(0x101b48);
    private static final Color OCHRE = new Color(0xe9a04b);
    private static final Font TITLE = font("el-messiri-700");
    private static final Font TEXT = font("readex-pro-600");
    private static final Font TIFINAGH = font("noto-sans-tifinagh-400");

    private final Files files;
    /** One after the other: a crowd of robots must not take the machine. */
    private final Semaphore atWork = new Semaphore(1);

    DrawingSharePictures(Files files) {
        this.files = files;
    }

    byte[] draw(Shared shared) {
        atWork.acquireUninterruptibly();
        try {
            var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            var graphics = picture.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setColor(NILA);
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            boolean rightToLeft = shared.language().rightToLeft();
            photo(graphics, shared.photo(), rightToLeft ? 0 : WIDTH - HEIGHT);
            words(graphics, shared, rightToLeft ? HEIGHT + MARGIN : MARGIN, WIDTH - HEIGHT - 2 * MARGIN);
            graphics.dispose();
            return encoded(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            atWork.release();
        }
    }

    /** A square of the full height, the middle of the photo in it. */
    private void photo(Graphics2D graphics, Optional<Photo> photo, int left) throws IOException {
        graphics.setColor(DARK);
        graphics.fillRect(left, 0, HEIGHT, HEIGHT);
        var picture = photo.isEmpty() ? null : read(photo.get());
        if (picture != null) {
            int side = Math.min(picture.getWidth(), picture.getHeight());
            int x = (picture.getWidth() - side) / 2;
            int y = (picture.getHeight() - side) / 2;
            graphics.drawImage(picture, left, 0, left + HEIGHT, HEIGHT, x, y, x + side, y + side, null);
        }
    }

    private @Nullable BufferedImage read(Photo photo) throws IOException {
        byte[] content;
        if (photo.file() != null) {
            var file = files.find(new FileId(photo.file()));
            if (file.isEmpty()) {
                return null;
            }
            content = files.open(file.get());
        } else {
            content = new ClassPathResource("static/" + photo.asset()).getContentAsByteArray();
        }
        return ImageIO.read(new ByteArrayInputStream(content));
    }

    private static void words(Graphics2D graphics, Shared shared, int left, int width) {
        graphics.setColor(OCHRE);
        graphics.setStroke(new BasicStroke(4));
        lozenges(graphics, left, MARGIN + 10, width, shared.language().rightToLeft());
        graphics.setColor(Color.WHITE);
        float y = 170;
        var lines = lines(graphics, shared.title(), TITLE.deriveFont(58f), width, shared);
        for (var line : lines.subList(0, Math.min(3, lines.size()))) {
            line.draw(graphics, start(line, shared, left, width), y);
            y += 82;
        }
        graphics.setColor(OCHRE);
        for (var line : lines(graphics, shared.price(), TEXT.deriveFont(54f), width, shared)) {
            line.draw(graphics, start(line, shared, left, width), Math.max(y + 22, 400));
        }
        graphics.setColor(Color.WHITE);
        var name = lines(graphics, shared.name(), TEXT.deriveFont(27f), width, shared);
        for (int i = 0; i < name.size(); i++) {
            name.get(i)
                    .draw(
                            graphics,
                            start(name.get(i), shared, left, width),
                            HEIGHT - MARGIN - 40 * (name.size() - 1 - i));
        }
    }

    private static float start(TextLayout line, Shared shared, int left, int width) {
        return shared.language().rightToLeft() ? left + width - line.getAdvance() : left;
    }

    private static List<TextLayout> lines(Graphics2D graphics, String text, Font font, int width, Shared shared) {
        var said = new AttributedString(text.isBlank() ? " " : text);
        said.addAttribute(TextAttribute.FONT, font);
        for (int i = 0; i < text.length(); i++) {
            if (Character.UnicodeBlock.of(text.charAt(i)) == Character.UnicodeBlock.TIFINAGH) {
                said.addAttribute(TextAttribute.FONT, TIFINAGH.deriveFont(font.getSize2D()), i, i + 1);
            }
        }
        said.addAttribute(
                TextAttribute.RUN_DIRECTION,
                shared.language().rightToLeft() ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        var measurer = new LineBreakMeasurer(said.getIterator(), graphics.getFontRenderContext());
        var lines = new ArrayList<TextLayout>();
        while (measurer.getPosition() < said.getIterator().getEndIndex()) {
            lines.add(measurer.nextLayout(width));
        }
        return lines;
    }

    /** The ornament of the region, as on the pages. */
    private static void lozenges(Graphics2D graphics, int left, int middle, int width, boolean rightToLeft) {
        for (int i = 0; i < 5; i++) {
            int x = rightToLeft ? left + width - 15 - i * 36 : left + 15 + i * 36;
            var lozenge = new Path2D.Float();
            lozenge.moveTo(x - 13, middle);
            lozenge.lineTo(x, middle - 13);
            lozenge.lineTo(x + 13, middle);
            lozenge.lineTo(x, middle + 13);
            lozenge.closePath();
            graphics.draw(lozenge);
        }
    }

    private static byte[] encoded(BufferedImage picture) throws IOException {
        for (float quality = 0.86f; ; quality -= 0.1f) {
            var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            var file = new ByteArrayOutputStream();
            try (var out = ImageIO.createImageOutputStream(file)) {
                var how = writer.getDefaultWriteParam();
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture, null, null), how);
            } finally {
                writer.dispose();
            }
            if (file.size() <= MOST_BYTES || quality < 0.3f) {
                return file.toByteArray();
            }
        }
    }

    private static Font font(String name) {
        try (var file = DrawingSharePictures.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("Not a font: " + name, e);
        }
    }
}
