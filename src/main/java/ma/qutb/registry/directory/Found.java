package ma.qutb.registry.directory;

import java.util.List;

/**
 * A page of the directory. Made-up people are counted apart, never among the real ones.
 *
 * @param real how many fit, without demonstration records
 * @param demonstration how many of these fit
 */
public record Found(List<DirectoryEntry> entries, long real, long demonstration, int page) {

    static final int SIZE = 24;

    public int pages() {
        return (int) Math.max(1, (real + demonstration + SIZE - 1) / SIZE);
    }

    public boolean isEmpty() {
        return real + demonstration == 0;
    }

    public boolean showsDemonstration() {
        return entries.stream().anyMatch(DirectoryEntry::demonstration);
    }
}
