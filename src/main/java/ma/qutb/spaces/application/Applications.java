package ma.qutb.spaces.application;

import java.util.List;
import java.util.Optional;
import ma.qutb.spaces.call.CallId;

/** The applications, as other rooms know them. */
public interface Applications {

    Optional<Application> find(ApplicationId application);

    /** The application with this number. */
    Optional<Application> numbered(String number);

    /** Those that were sent and not withdrawn, complete or not, by number. */
    List<Application> standing(CallId call);

    /** All of these parties that were not withdrawn, the last first. */
    List<Application> of(List<Applicant> parties);
}
