package org.whybounce.ticket;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.commons.mail2.core.EmailException;
import org.apache.commons.mail2.jakarta.EmailAttachment;
import org.apache.commons.mail2.jakarta.HtmlEmail;

/** The form of a notice: an automatic mail with two alternatives and a message attached as it is. */
final class NoticeMail extends HtmlEmail {

    private static final int SMTP_LINE = 998;

    private enum Width {
        SEVEN_BIT,
        EIGHT_BIT,
        BINARY
    }

    NoticeMail(Session session) {
        setMailSession(session);
        setCharset(StandardCharsets.UTF_8.name());
        // RFC 3834, section 5; the other two are what Exchange and older programs ask before they answer by themselves.
        addHeader("Auto-Submitted", "auto-generated");
        addHeader("X-Auto-Response-Suppress", "All");
        addHeader("Precedence", "bulk");
    }

    @Override
    public HtmlEmail setTextMsg(String text) throws EmailException {
        return super.setTextMsg(text.replace("\n", "\r\n"));
    }

    @Override
    public HtmlEmail setHtmlMsg(String html) throws EmailException {
        return super.setHtmlMsg(html.replace("\n", "\r\n"));
    }

    /**
     * Attaches a message byte for byte. RFC 2046, section 5.2.1, forbids to encode a message/rfc822; one that SMTP could
     * not carry unencoded is attached as a file.
     */
    void attachBounce(byte[] bounce, String description) throws EmailException, MessagingException {
        Width width = width(bounce);
        String type = width == Width.BINARY ? "application/octet-stream" : "message/rfc822";
        attach(new ByteArrayDataSource(bounce, type), "bounce.eml", description, EmailAttachment.ATTACHMENT);
        BodyPart part = getContainer().getBodyPart(getContainer().getCount() - 1);
        switch (width) {
            case SEVEN_BIT -> part.setHeader("Content-Transfer-Encoding", "7bit");
            case EIGHT_BIT -> {
                part.setHeader("Content-Transfer-Encoding", "8bit");
                addHeader("Content-Transfer-Encoding", "8bit");
            }
            // Jakarta Mail may choose quoted-printable, which does not keep line ends.
            case BINARY -> part.setHeader("Content-Transfer-Encoding", "base64");
        }
    }

    private static Width width(byte[] bytes) {
        Width width = Width.SEVEN_BIT;
        int line = 0;
        for (int i = 0; i < bytes.length; i++) {
            line = bytes[i] == '\n' ? 0 : line + 1;
            boolean bareReturn = bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n');
            if (bytes[i] == 0 || bareReturn || line > SMTP_LINE) {
                return Width.BINARY;
            }
            if (bytes[i] < 0) {
                width = Width.EIGHT_BIT;
            }
        }
        return width;
    }

    /** Jakarta Mail would put the names of the user and of the machine into the Message-ID. */
    @Override
    protected MimeMessage createMimeMessage(Session session) {
        InternetAddress from = getFromAddress();
        String address = from.getAddress();
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + domain + ">");
            }
        };
    }
}
