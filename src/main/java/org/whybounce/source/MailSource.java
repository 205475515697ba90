package org.whybounce.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds the messages in files, directories, mbox files, Maildirs and streams, one after another and in a stable order,
 * without holding more than two messages in memory. A place without mail becomes a {@link MailItem.Problem}, and the
 * rest goes on. Immutable and thread-safe.
 */
public final class MailSource {

    private final int maxMessageBytes;

    private MailSource(int maxMessageBytes) {
        this.maxMessageBytes = maxMessageBytes;
    }

    /**
     * A source that keeps only the beginning of very long messages.
     *
     * @param maxMessageBytes how many bytes of a message to keep; at least 1
     * @return the source
     * @throws IllegalArgumentException where the limit is below 1
     */
    public static MailSource withLimit(int maxMessageBytes) {
        if (maxMessageBytes < 1) {
            throw new IllegalArgumentException("the limit must be at least 1 byte: " + maxMessageBytes);
        }
        return new MailSource(maxMessageBytes);
    }

    /**
     * Gives every message at a path.
     *
     * @param path a file, an mbox file, a Maildir or a directory, which is searched with all that lies below it
     * @param items takes the messages and problems
     */
    public void forEach(Path path, Consumer<MailItem> items) {
        if (!Files.isDirectory(path)) {
            file(path, items);
            return;
        }
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(path, new MailFiles(files, items));
        } catch (IOException e) {
            items.accept(new MailItem.Problem(path.toString(), reason(e)));
        }
        Collections.sort(files);
        if (files.isEmpty()) {
            items.accept(new MailItem.Problem(
                    path.toString(), "no mail in this directory; name one that holds message files"));
        }
        files.forEach(file -> file(file, items));
    }

    /**
     * Gives every message in a stream, such as standard input.
     *
     * @param name what to call it
     * @param in the stream: one message, or several in mbox form; not closed
     * @param items takes the messages and problems
     */
    public void forEach(String name, InputStream in, Consumer<MailItem> items) {
        try {
            new MboxSplitter(name, maxMessageBytes, items).split(in);
        } catch (IOException e) {
            items.accept(new MailItem.Problem(name, reason(e)));
        }
    }

    private void file(Path file, Consumer<MailItem> items) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            forEach(file.toString(), in, items);
        } catch (IOException e) {
            items.accept(new MailItem.Problem(file.toString(), reason(e)));
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or directory; check the path";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission to read it; check who owns it";
        }
        return "cannot be read: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    /** Collects what may be mail: neither hidden files nor what a Maildir keeps for itself. */
    private static final class MailFiles extends SimpleFileVisitor<Path> {
        private static final Pattern BOOKKEEPING = Pattern.compile(
                "dovecot(?:-(?:uidlist|uidvalidity|keywords|acl|virtual|shared)|\\.(?:index|mailbox|list|sieve|svbin)).{0,80}"
                        + "|maildir(?:folder|size)|subscriptions");

        private final List<Path> files;
        private final Consumer<MailItem> items;

        MailFiles(List<Path> files, Consumer<MailItem> items) {
            this.files = files;
            this.items = items;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean unfinished = directory.endsWith("tmp") && Files.isDirectory(directory.resolveSibling("cur"));
            return unfinished ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (!name.startsWith(".") && !BOOKKEEPING.matcher(name).matches() && Files.isRegularFile(file)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            items.accept(new MailItem.Problem(file.toString(), reason(e)));
            return FileVisitResult.CONTINUE;
        }
    }
}
