package org.whybounce.mime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.whybounce.model.Note;

/** What was odd about one message, each thing once. Parts add to it while they are decoded, from any thread. */
final class Notes {

    private final Set<String> notes = new LinkedHashSet<>(4);

    synchronized void add(String text) {
        notes.add(text);
    }

    synchronized List<Note> all() {
        return notes.stream().map(Note::new).toList();
    }
}
