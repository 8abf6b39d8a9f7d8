package ma.qutb.shell.search;

import java.util.List;

/** What one source found, under the message key of its heading. */
public record Answers(String heading, List<SearchSource.Hit> hits) {}
