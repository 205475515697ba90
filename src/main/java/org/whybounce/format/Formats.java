package org.whybounce.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.whybounce.mime.BounceMessage;
import org.whybounce.model.Kind;
import org.whybounce.text.DataFile;
import org.whybounce.text.Verp;

/** Every reader, in the one order in which they are asked. The first that knows a message reads it. */
public final class Formats {

    private static final EncodedRecipient ENCODED = new EncodedRecipient(List.of());

    private static final Formats STANDARD = new Formats(ENCODED, ours());

    private final EncodedRecipient encoded;
    private final List<FormatReader> readers;

    private Formats(EncodedRecipient encoded, List<FormatReader> readers) {
        this.encoded = encoded;
        this.readers = List.copyOf(readers);
    }

    private static List<FormatReader> ours() {
        TemplateReader servers = TemplateReader.ofResource("servers.templates");
        TemplateReader filters = TemplateReader.ofResource("filters.templates");
        return List.of(
                // Reports with a structure of their own say what they are; nothing in their text can be taken for
                // it.
                new FeedbackReader(),
                // JSON that says which service wrote it. SES has an envelope of its own, the other services share
                // names.
                new SesNotificationReader(),
                new NotificationReader(),
                // Before RFC 3464: a rejection may come as a disposition notification (Dovecot).
                new DispositionReader(),
                // The standard: whatever has fields is read by them, whoever wrote it.
                new Rfc3464Reader(),
                // Providers and groupware whose reports are often without fields. Those known by their sender
                // first: Gmail calls its reports automatic answers, and IIS begins in the same words.
                new GmailReader(),
                new IisReader(),
                // By a sentence of their own. GMX, 1&1 and Zoho begin like Exim, and so come before it.
                new GmxReader(),
                new ZohoReader(),
                new YahooReader(),
                new AolReader(),
                new DominoReader(),
                new GroupWiseReader(),
                // By sentences too, so before those that know a shape: what other servers return quotes Microsoft's
                // lines.
                filters,
                servers,
                // By the shape of a line, in any language: the server before the program that took over its manner,
                // and the section with the replies before tables that hold a code.
                new UnreachedReader(true),
                new UnreachedReader(false),
                new ExchangeReader(),
                new Microsoft365Reader(),
                // Mail programs and libraries: any mail of a program may hold such words, so every server comes
                // before them.
                new OutlookExpressReader(),
                new ExceptionReader(),
                // Answers of persons' programs and services: their headers tell, and their text may quote a bounce.
                new ChallengeReader(),
                new AutoReplyReader(),
                new MachineReportReader(),
                // Exim's words are borrowed by some of those above, Sendmail's layout by many.
                new EximReader(),
                new SendmailReader(),
                TemplateReader.ofResource("general.templates"),
                // What a relay has wrapped, once nothing has been found in the lines as they stand.
                servers.unwrapping(),
                filters.unwrapping(),
                // Only where no text says more than the report within.
                new WrappedReportReader(),
                // Last resort: it knows no format, so whatever knows one comes before it.
                new GenericReader(ENCODED));
    }

    /**
     * The readers of this library.
     *
     * @return the one standard list
     */
    public static Formats standard() {
        return STANDARD;
    }

    /**
     * The same readers behind templates of somebody's own.
     *
     * @param files the template files
     * @return a list that asks these first
     * @throws org.whybounce.model.DataFileException where a template cannot be used; the message names file and line
     */
    public Formats withTemplates(List<DataFile> files) {
        return new Formats(
                encoded,
                Stream.concat(files.stream().map(TemplateReader::of), readers.stream())
                        .toList());
    }

    /**
     * The same readers for one who puts the recipient into the envelope sender.
     *
     * @param schemes how that is done
     * @return a list that looks there for what a report leaves out
     */
    public Formats withVerp(List<Verp> schemes) {
        EncodedRecipient own = new EncodedRecipient(schemes);
        return new Formats(
                own,
                readers.stream()
                        .map(reader -> reader instanceof GenericReader ? new GenericReader(own) : reader)
                        .toList());
    }

    /**
     * Reads a message.
     *
     * @param message the message
     * @return what the first reader that knows it says; of ordinary mail, {@link Kind#OTHER} and format {@code none}
     */
    public Reading read(BounceMessage message) {
        for (FormatReader reader : readers) {
            Optional<Reading> reading = reader.read(message);
            if (reading.isPresent()) {
                return encoded.complete(message, reading.get());
            }
        }
        return ReadingBuilder.of("none", message)
                .kind(Kind.OTHER)
                .withoutOriginal()
                .build();
    }

    /** {@return the readers in order} */
    List<FormatReader> readers() {
        return readers;
    }
}
