package ma.qutb.registry.photo;

import org.jspecify.annotations.Nullable;

/**
 * What a form says about the picture of its record, as sent.
 *
 * @param photo id of a file sent ahead; empty when none was chosen
 * @param removePhoto whether the one that stands there is to go
 */
public record PictureForm(String photo, Boolean removePhoto) {

    public PictureForm {
        photo = nothing(photo) ? "" : photo;
        // A box that was left empty is not sent.
        removePhoto = removePhoto != null && removePhoto;
    }

    private static boolean nothing(@Nullable String typed) {
        return typed == null;
    }
}
