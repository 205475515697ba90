package org.whybounce.model;

/** Why a message was refused or given up: one sentence each, with where one reason ends and the next begins. */
public enum Reason {
    /** The HELO/EHLO argument is refused as syntactically wrong or of a forbidden kind (bare IP address, bad
     * characters, cPanel's '… (See RFC2821 4.1.3)'), or 'invalid' without saying how. */
    HELO_INVALID(
            Category.HELO,
            "The HELO/EHLO argument is refused as syntactically wrong or of a forbidden kind (bare IP address, bad characters, cPanel's '… (See RFC2821 4.1.3)'), or 'invalid' without saying how."),

    /** The argument has no dot or is not fully qualified (a PC's name, 'localhost'; cPanel's 'Invalid HELO name
     * (See RFC2821 4.1.1.1)'). */
    HELO_NOT_FQDN(
            Category.HELO,
            "The argument has no dot or is not fully qualified (a PC's name, 'localhost'; cPanel's 'Invalid HELO name (See RFC2821 4.1.1.1)')."),

    /** The name given in HELO has no address in DNS. */
    HELO_UNRESOLVABLE(Category.HELO, "The name given in HELO has no address in DNS."),

    /** The name resolves, or a literal is given, but to another address than the client's, or it does not fit
     * the reverse name. */
    HELO_MISMATCH(
            Category.HELO,
            "The name resolves, or a literal is given, but to another address than the client's, or it does not fit the reverse name."),

    /** The client gave the receiver's own name or address, or a third party's well-known one. */
    HELO_FORGED(
            Category.HELO, "The client gave the receiver's own name or address, or a third party's well-known one."),

    /** Mail was attempted without HELO/EHLO. */
    HELO_MISSING(Category.HELO, "Mail was attempted without HELO/EHLO."),

    /** The HELO name is refused and nothing says why (an access list); not a DNSBL that lists it
     * (DOMAIN_BLOCKLISTED). */
    HELO_REJECTED(
            Category.HELO,
            "The HELO name is refused and nothing says why (an access list); not a DNSBL that lists it (DOMAIN_BLOCKLISTED)."),

    /** The client's address has no PTR record, or looking it up failed. */
    REVERSE_DNS_MISSING(Category.HELO, "The client's address has no PTR record, or looking it up failed."),

    /** There is a PTR record, but it does not resolve back to the address, or is malformed ('cannot find your
     * hostname', forward-confirmed reverse DNS). */
    REVERSE_DNS_MISMATCH(
            Category.HELO,
            "There is a PTR record, but it does not resolve back to the address, or is malformed ('cannot find your hostname', forward-confirmed reverse DNS)."),

    /** There is a PTR record, but it looks like a dial-up or provider default name. */
    REVERSE_DNS_GENERIC(Category.HELO, "There is a PTR record, but it looks like a dial-up or provider default name."),

    /** A submission server asks for a login that the client did not give. */
    SMTP_AUTH_REQUIRED(Category.AUTH, "A submission server asks for a login that the client did not give."),

    /** A login was tried and refused: wrong user, password, token. */
    SMTP_AUTH_FAILED(Category.AUTH, "A login was tried and refused: wrong user, password, token."),

    /** No login was possible: mechanism not offered or disabled, AUTH broken on the server. */
    SMTP_AUTH_UNAVAILABLE(
            Category.AUTH, "No login was possible: mechanism not offered or disabled, AUTH broken on the server."),

    /** Logged in, but not allowed to send as this address or from this unverified identity. */
    SENDER_NOT_OWNED(
            Category.AUTH, "Logged in, but not allowed to send as this address or from this unverified identity."),

    /** The sender's own account or its login is disabled or suspended, with no word of abuse (else
     * OUTBOUND_BLOCKED). */
    ACCOUNT_DISABLED(
            Category.AUTH,
            "The sender's own account or its login is disabled or suspended, with no word of abuse (else OUTBOUND_BLOCKED)."),

    /** The server does not relay to this domain for this client; includes 'not one of my domains' and a domain
     * the receiver does not host. */
    RELAY_DENIED(
            Category.AUTH,
            "The server does not relay to this domain for this client; includes 'not one of my domains' and a domain the receiver does not host."),

    /** SPF (or Sender ID, or a provider's own list of permitted senders) failed for the domain. */
    SPF_FAILED(
            Category.AUTH, "SPF (or Sender ID, or a provider's own list of permitted senders) failed for the domain."),

    /** The DKIM signature is missing or broken, and that alone is named. */
    DKIM_FAILED(Category.AUTH, "The DKIM signature is missing or broken, and that alone is named."),

    /** The refusal names DMARC or the domain's published policy. */
    DMARC_FAILED(Category.AUTH, "The refusal names DMARC or the domain's published policy."),

    /** An ARC chain is named as broken or untrusted. */
    ARC_FAILED(Category.AUTH, "An ARC chain is named as broken or untrusted."),

    /** Authentication of the message as such is missing: both SPF and DKIM, or 'unauthenticated', with no single
     * mechanism to blame. */
    MAIL_UNAUTHENTICATED(
            Category.AUTH,
            "Authentication of the message as such is missing: both SPF and DKIM, or 'unauthenticated', with no single mechanism to blame."),

    /** An anti-spoofing rule refused it; no mechanism is named. */
    SPOOFING_SUSPECTED(Category.AUTH, "An anti-spoofing rule refused it; no mechanism is named."),

    /** STARTTLS or a stronger TLS is demanded before this command (also MTA-STS, DANE, REQUIRETLS); a handshake
     * that failed is TLS_FAILED. */
    TLS_REQUIRED(
            Category.AUTH,
            "STARTTLS or a stronger TLS is demanded before this command (also MTA-STS, DANE, REQUIRETLS); a handshake that failed is TLS_FAILED."),

    /** A filter judged the message itself to be spam, bulk or phishing, or says 'spam' with no other object. */
    SPAM_CONTENT(
            Category.SPAM_FILTER,
            "A filter judged the message itself to be spam, bulk or phishing, or says 'spam' with no other object."),

    /** A link or domain in the body is listed. */
    URL_BLOCKLISTED(Category.SPAM_FILTER, "A link or domain in the body is listed."),

    /** The sending address or network is on a list: a DNSBL, the receiver's own, or one vendor's block
     * ('blocked', 'banned'). */
    IP_BLOCKLISTED(
            Category.SPAM_FILTER,
            "The sending address or network is on a list: a DNSBL, the receiver's own, or one vendor's block ('blocked', 'banned')."),

    /** Refused because the address is dynamic, residential, dial-up (PBL, DUL). */
    DYNAMIC_IP(Category.SPAM_FILTER, "Refused because the address is dynamic, residential, dial-up (PBL, DUL)."),

    /** The sender's or HELO domain is on a list. */
    DOMAIN_BLOCKLISTED(Category.SPAM_FILTER, "The sender's or HELO domain is on a list."),

    /** This sender address is on the receiver's or the recipient's own block list. */
    SENDER_BLOCKLISTED(
            Category.SPAM_FILTER, "This sender address is on the receiver's or the recipient's own block list."),

    /** A reputation score of address, network or domain, not a list. */
    POOR_REPUTATION(Category.SPAM_FILTER, "A reputation score of address, network or domain, not a list."),

    /** Users' complaints are named. */
    COMPLAINTS(Category.SPAM_FILTER, "Users' complaints are named."),

    /** The sender's own provider has stopped this account, tenant or address because of abuse or a spam
     * threshold. */
    OUTBOUND_BLOCKED(
            Category.SPAM_FILTER,
            "The sender's own provider has stopped this account, tenant or address because of abuse or a spam threshold."),

    /** A virus or malware was found. */
    VIRUS_DETECTED(Category.SPAM_FILTER, "A virus or malware was found."),

    /** An attachment's type, name or encryption is not allowed. */
    ATTACHMENT_BLOCKED(Category.SPAM_FILTER, "An attachment's type, name or encryption is not allowed."),

    /** Try again later, because the sender is not known yet; never permanent. */
    GREYLISTED(Category.SPAM_FILTER, "Try again later, because the sender is not known yet; never permanent."),

    /** 'policy', a vendor's rule or number, and no object that another reason would name. */
    POLICY_REJECTED(
            Category.SPAM_FILTER, "'policy', a vendor's rule or number, and no object that another reason would name."),

    /** Refused because of the country or language. */
    GEO_BLOCKED(Category.SPAM_FILTER, "Refused because of the country or language."),

    /** The local part does not exist at that domain. */
    USER_UNKNOWN(Category.RECIPIENT, "The local part does not exist at that domain."),

    /** It exists or existed, but is closed, suspended, locked, inactive or expired. */
    MAILBOX_DISABLED(
            Category.RECIPIENT, "It exists or existed, but is closed, suspended, locked, inactive or expired."),

    /** A new address is named, or the recipient has moved or left. */
    RECIPIENT_MOVED(Category.RECIPIENT, "A new address is named, or the recipient has moved or left."),

    /** The recipient exists and takes mail from some senders only (members, logged-in, own domain, the
     * recipient's preferences). */
    RECIPIENT_RESTRICTED(
            Category.RECIPIENT,
            "The recipient exists and takes mail from some senders only (members, logged-in, own domain, the recipient's preferences)."),

    /** 'recipient rejected', and nothing says whether the address exists. */
    RECIPIENT_REFUSED(Category.RECIPIENT, "'recipient rejected', and nothing says whether the address exists."),

    /** The recipient's address is malformed. */
    ADDRESS_SYNTAX(Category.RECIPIENT, "The recipient's address is malformed."),

    /** The sending service did not try: the address is on its suppression or bounce list. */
    SUPPRESSED(
            Category.RECIPIENT, "The sending service did not try: the address is on its suppression or bounce list."),

    /** The recipient's quota (never the sender's sending quota: RATE_LIMITED; never the server's disk:
     * SYSTEM_FULL). */
    MAILBOX_FULL(
            Category.MAILBOX,
            "The recipient's quota (never the sender's sending quota: RATE_LIMITED; never the server's disk: SYSTEM_FULL)."),

    /** The mailbox cannot be reached now (locked, busy, temporarily unavailable); with 5yz 'mailbox unavailable'
     * alone is USER_UNKNOWN. */
    MAILBOX_UNAVAILABLE(
            Category.MAILBOX,
            "The mailbox cannot be reached now (locked, busy, temporarily unavailable); with 5yz 'mailbox unavailable' alone is USER_UNKNOWN."),

    /** The recipient's domain does not exist in DNS. */
    DOMAIN_UNKNOWN(Category.DOMAIN, "The recipient's domain does not exist in DNS."),

    /** The domain says that it takes no mail (RFC 7505). */
    NULL_MX(Category.DOMAIN, "The domain says that it takes no mail (RFC 7505)."),

    /** The domain exists but there is no usable route: no MX or address, look-up failing, MX pointing to itself
     * or to a wrong server. */
    ROUTING(
            Category.DOMAIN,
            "The domain exists but there is no usable route: no MX or address, look-up failing, MX pointing to itself or to a wrong server."),

    /** The envelope sender is unusable: its domain does not resolve, call-back failed, null sender refused,
     * malformed. */
    SENDER_REJECTED(
            Category.SENDER,
            "The envelope sender is unusable: its domain does not resolve, call-back failed, null sender refused, malformed."),

    /** Size limit of a server or recipient. */
    MESSAGE_TOO_LARGE(Category.MESSAGE, "Size limit of a server or recipient."),

    /** Headers or structure break a rule (missing or duplicate header, bare LF, too many hops is MAIL_LOOP). */
    MESSAGE_MALFORMED(
            Category.MESSAGE,
            "Headers or structure break a rule (missing or duplicate header, bare LF, too many hops is MAIL_LOOP)."),

    /** 8-bit, SMTPUTF8 or encoding that the next server cannot take. */
    CONTENT_CONVERSION(Category.MESSAGE, "8-bit, SMTPUTF8 or encoding that the next server cannot take."),

    /** Too many messages, recipients an hour or invalid tries by sender, account, domain or address, also a
     * sending quota; 'temporarily deferred' by reputation is POOR_REPUTATION. */
    RATE_LIMITED(
            Category.RATE,
            "Too many messages, recipients an hour or invalid tries by sender, account, domain or address, also a sending quota; 'temporarily deferred' by reputation is POOR_REPUTATION."),

    /** Concurrent connections, or messages in one connection. */
    TOO_MANY_CONNECTIONS(Category.RATE, "Concurrent connections, or messages in one connection."),

    /** Recipients of one message or one session. */
    TOO_MANY_RECIPIENTS(Category.RATE, "Recipients of one message or one session."),

    /** No connection, connection lost, timed out or refused below SMTP, or '421 service not available' at the
     * greeting with no cause. */
    NETWORK_ERROR(
            Category.TRANSPORT,
            "No connection, connection lost, timed out or refused below SMTP, or '421 service not available' at the greeting with no cause."),

    /** The TLS handshake or certificate check failed. */
    TLS_FAILED(Category.TRANSPORT, "The TLS handshake or certificate check failed."),

    /** A command was out of order, unknown or malformed (pipelining, early talk, no valid recipients). */
    PROTOCOL_ERROR(
            Category.TRANSPORT,
            "A command was out of order, unknown or malformed (pipelining, early talk, no valid recipients)."),

    /** Queue time ran out and no earlier cause is given; where one is, that cause, with this in alsoMatched. */
    EXPIRED(
            Category.TRANSPORT,
            "Queue time ran out and no earlier cause is given; where one is, that cause, with this in alsoMatched."),

    /** The answering server has a fault of its own (configuration, look-up, database, a DNSBL refusing its
     * queries). */
    SYSTEM_ERROR(
            Category.SYSTEM,
            "The answering server has a fault of its own (configuration, look-up, database, a DNSBL refusing its queries)."),

    /** The server's disk or queue is full. */
    SYSTEM_FULL(Category.SYSTEM, "The server's disk or queue is full."),

    /** A local delivery program, pipe, alias or list expansion failed. */
    MAILER_ERROR(Category.SYSTEM, "A local delivery program, pipe, alias or list expansion failed."),

    /** Too many hops, or mail that comes back to itself. */
    MAIL_LOOP(Category.SYSTEM, "Too many hops, or mail that comes back to itself."),

    /** Nothing tells: a bare code or 'rejected'. */
    UNDETERMINED(Category.UNDETERMINED, "Nothing tells: a bare code or 'rejected'.");

    private final Category category;
    private final String meaning;

    Reason(Category category, String meaning) {
        this.category = category;
        this.meaning = meaning;
    }

    /**
     * The family this reason belongs to.
     *
     * @return the category; each reason has exactly one
     */
    public Category category() {
        return category;
    }

    /**
     * What this reason means.
     *
     * @return one plain sentence
     */
    public String meaning() {
        return meaning;
    }
}
