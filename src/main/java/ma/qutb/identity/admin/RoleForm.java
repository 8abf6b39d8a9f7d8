package ma.qutb.identity.admin;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import ma.qutb.identity.account.Reach;
import ma.qutb.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** A role about to be given. */
public record RoleForm(
        @Nullable Role role,
        @Nullable Reach reach,
        @Nullable List<String> places,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate to) {

    /** Codes as chosen, or as typed with commas between them. */
    public List<String> codes() {
        return places == null
                ? List.of()
                : places.stream()
                        .flatMap(it -> Arrays.stream(it.split("[,،;\\s]+")))
                        .filter(it -> !it.isBlank())
                        .toList();
    }
}
