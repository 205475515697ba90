package org.whybounce.model;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said around a remedy to explain a bounce: labels of facts, and sentences. A word in braces, such as
 * {@code {address}}, stands for a value. {@link Labels#say} has them in the language of the steps.
 */
public enum Phrase {
    /** A label before what it names. */
    LABEL("{label}:"),
    /** Before the mail that came back. */
    MAIL("Mail"),
    /** Before the recipient. */
    TO("To"),
    /** In place of a recipient whom the report does not name. */
    NOT_NAMED("(not named)"),
    /** Before the server that answered. */
    SERVER("Server"),
    /** Before the server's words. */
    SAID("Said"),
    /** Before the enhanced status code. */
    STATUS("Status"),
    /** Before how the mail arrived. */
    ARRIVED("Arrived"),
    /** Before the reason. */
    WHY("Why"),
    /** Before the blocklist that the reply names. */
    BLOCKLIST("Blocklist"),
    /** Before what the verdict rests on. */
    BECAUSE("Because"),
    /** Before what was odd about the message. */
    NOTE("Note"),
    /** Before what to do about a complaint. */
    TO_DO("To do"),
    /** Over the other remedies. */
    OTHERS("Where that does not fit"),
    /** In place of a remedy that was told before, after its code. */
    SEE_ABOVE("see above"),
    /** In place of a remedy that was told before, as a sentence. */
    SEE_ABOVE_ALONE("See above."),
    /** What to call text that was pasted. */
    PASTED_TEXT("pasted text"),
    /** What to call the bounce that a notice brings along. */
    ATTACHED_MESSAGE("The attached message"),
    /** Describes the attachment of a notice. */
    THE_BOUNCE("The bounce"),
    /** The subject of a notice. */
    SUBJECT("Why the mail came back"),
    /** The subject of a notice about one recipient. */
    SUBJECT_TO("Why the mail to {address} came back"),
    /** The subject of a notice about several recipients. */
    SUBJECT_TO_MORE("Why the mail to {address} and {count} more came back"),
    /** What a bounce is that names one recipient. */
    IS_BOUNCE_OF_ONE("a bounce; the mail could not be delivered to 1 recipient."),
    /** What a bounce is that names several recipients or none. */
    IS_BOUNCE("a bounce; the mail could not be delivered to {count} recipients."),
    /** What a delay warning is. */
    IS_DELAY("a delay warning, no bounce; the server is still trying and nothing is lost yet."),
    /** What a delivery receipt is. */
    IS_DELIVERED("a delivery receipt, no bounce; the mail was delivered or passed on; nothing to do."),
    /** What an automatic answer is. */
    IS_AUTO_REPLY("an automatic answer, no bounce; the mail arrived."),
    /** What a complaint is. */
    IS_COMPLAINT("a complaint, no bounce; a recipient reported the mail."),
    /** What a read receipt is. */
    IS_READ_RECEIPT("a read receipt, no bounce; the mail arrived."),
    /** What a challenge is. */
    IS_CHALLENGE("a challenge, no bounce; the recipient's system asks the sender to confirm the mail."),
    /** What a DMARC report is. */
    IS_DMARC_REPORT("a DMARC report, no bounce."),
    /** What a TLS report is. */
    IS_TLS_REPORT("a TLS report, no bounce."),
    /** What any other message is. */
    IS_OTHER(
            "no bounce; this message reports no failed delivery. If mail you expect does not arrive, look for the bounce on the sender's side; if you were shown an error text, paste it: whybounce explain --text \"…\""),
    /** What to do about a report that mail is no spam. */
    DO_NOT_SPAM("nothing; a recipient says that the mail is no spam."),
    /** What to do about a report of failed authentication. */
    DO_AUTH_FAILURE("see which of SPF, DKIM and DMARC failed, and whether the mail was yours at all (AUTH-FIX-DMARC)."),
    /** What to do about a report of fraud or a virus. */
    DO_ABUSED("find out whether the mail was yours: an account, a form or a PC may be misused (SPAM-SECURE-ACCOUNT)."),
    /** What to do where a recipient opts out. */
    DO_OPT_OUT("take the address off the list at once."),
    /** What to do about any other complaint. */
    DO_COMPLAINT(
            "take the address off the list at once and write to it no more; whoever is reported often is refused (SPAM-REDUCE-COMPLAINTS)."),
    /** Who wrote the mail that came back. */
    FROM("from {address}"),
    /** When the mail that came back was written. */
    OF("of {date}"),
    /** The mail lies in the mailbox. */
    WAS_DELIVERED("delivered"),
    /** The mail was handed to a system that may not report on it. */
    WAS_RELAYED("relayed"),
    /** The mail went to the members of a list or alias. */
    WAS_EXPANDED("expanded"),
    /** What a blocklist lists. */
    LISTS("{blocklist} lists {listed}"),
    /** Where to look an entry of a blocklist up. */
    SEE("{blocklist}, see {page}"),
    /** Who must act, and whether sending again helps. */
    ACTS("{who}; {again}"),
    /** When the server wants to see the mail again. */
    SERVER_ASKS("(the server asks for {seconds} seconds)"),
    /** What a verdict rests on where nothing matched. */
    BECAUSE_NOTHING("nothing in the message tells."),
    /** What a verdict rests on that a rule decided. */
    BECAUSE_RULE("the words \"{words}\" in the {place} (rule {rule})."),
    /** What a verdict rests on that the likeness to samples decided. */
    BECAUSE_RESEMBLANCE("the words \"{words}\" in the {place} (samples of this reason are worded like this)."),
    /** How sure a verdict is. */
    CONFIDENCE("Confidence {confidence}."),
    /** The rules that matched and lost. */
    ALSO_MATCHED("Also matched: {rules}."),
    /** Where the words stand: the server's reply in a delivery report. */
    PLACE_DIAGNOSTIC_CODE("Diagnostic-Code field"),
    /** Where the words stand: the enhanced status code. */
    PLACE_STATUS("Status field"),
    /** Where the words stand: the reply code. */
    PLACE_REPLY("SMTP reply code"),
    /** Where the words stand: the text of the report. */
    PLACE_TEXT("text"),
    /** Why a rule lost: to a site's own. */
    LOST_OWN("a rule of your own comes first"),
    /** Why a rule lost: to stronger evidence. */
    LOST_WEAKER("a weaker kind of evidence"),
    /** Why a rule lost: it knows only what the refusal is about. */
    LOST_SUBJECT("names only the subject"),
    /** Why a rule lost: to one that is surer. */
    LOST_UNSURE("less sure"),
    /** Why a rule lost: its reason yields to all others. */
    LOST_RESIDUAL("holds only where nothing else is named"),
    /** Why a rule lost: to words within the quoted reply. */
    LOST_OUTSIDE("outside the quoted reply"),
    /** Why a rule lost: to one that asks for more. */
    LOST_CONDITIONS("fewer conditions"),
    /** Why a rule lost: to longer words. */
    LOST_LETTERS("fewer letters"),
    /** Why a rule lost: by its place alone. */
    LOST_LATER("later in the files"),
    /** Why a rule lost: to a blocklist that the reply names. */
    LOST_TO_LIST("a list that is named says more"),
    /** Why a rule lost: to a code. */
    LOST_TO_CODE("the code says more"),
    /** Why a rule lost: to the samples that the text resembles. */
    LOST_TO_SAMPLES("samples say otherwise");

    private final String english;
    private final List<String> placeholders;

    /** A class of its own, since the constants need it before this one's fields are set. */
    private static final class Braces {
        static final Pattern WORD = Pattern.compile("\\{([a-z]+)}");
    }

    Phrase(String english) {
        this.english = english;
        this.placeholders = placeholdersIn(english);
    }

    /** {@return the English words, placeholders in braces} */
    public String english() {
        return english;
    }

    /** {@return the names of the placeholders, in the order of the English words; each stands once} */
    public List<String> placeholders() {
        return placeholders;
    }

    /**
     * Finds the placeholders of a text.
     *
     * @param text words in any language
     * @return the words in braces in their order, without the braces
     */
    public static List<String> placeholdersIn(String text) {
        return Braces.WORD.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** Values that look like placeholders stay as they are, for they may come from strangers. */
    String fill(String words, List<String> values) {
        if (values.size() != placeholders.size()) {
            throw new IllegalArgumentException(name() + " needs values for " + placeholders + ", not " + values);
        }
        return Braces.WORD.matcher(words).replaceAll(found -> {
            int index = placeholders.indexOf(found.group(1));
            return Matcher.quoteReplacement(index < 0 ? found.group() : values.get(index));
        });
    }
}
