package ma.qutb.spaces.award;

import ma.qutb.spaces.call.Call;

/**
 * A closed call on the way to its tenants.
 *
 * @param state its words are {@code spaces.awards.state.<state>}
 */
public record AwardLine(Call call, String site, String state) {}
