package org.whybounce.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whybounce.mime.Mails.notes;
import static org.whybounce.mime.Mails.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecodingTest {

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of("base64", "SGVsbG8=", "Hello"),
                Arguments.of("base64", "SGVs\r\nbG8", "Hello"),
                Arguments.of("BASE64 ", "SGVs!bG8gd29ybGQgYW5kIGhlbGxv", "Hello world and hello"),
                Arguments.of("base-64", "SGk=SGk=", "HiHi"),
                Arguments.of("\"base64\"", "SGk=", "Hi"),
                Arguments.of("base64", "Not base64: it is plain.", "Not base64: it is plain."),
                Arguments.of("quoted-printable", "a=3Db=3d=\nc  \nd=20 \n", "a=b=c\nd \n"),
                Arguments.of("quoted-printable", "a=\r\nb= \r\nc=", "abc"),
                Arguments.of("quoted-printable;", "50% = =ZZ =4", "50% = =ZZ =4"),
                Arguments.of("Quoted Printable", "=41", "A"),
                Arguments.of("x-uuencode", "begin 644 a.txt\n+2&5L;&\\@=V]R;&0\n`\nend\n", "Hello world"),
                Arguments.of("uuencode", "no beginning", "no beginning"),
                Arguments.of("7-bit", "=41", "=41"),
                Arguments.of("x-made-up", "=41", "=41"),
                Arguments.of("text/html", "=41", "=41"));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void transferEncodingsAreUndone(String encoding, String body, String text) {
        BounceMessage message = read("Content-Transfer-Encoding: " + encoding + "\n\n" + body);
        assertThat(message.text()).isEqualTo(text);
    }

    @Test
    void aStatusPartInBase64IsDecodedThoughTheRfcForbidsIt() {
        BounceMessage message = read("Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n"
                + "UmVwb3J0aW5nLU1UQTogZG5zOyBteC5leGFtcGxlLm9yZw0KDQpBY3Rpb246IGZhaWxlZA0K");
        assertThat(message.root().text()).isEqualTo("Reporting-MTA: dns; mx.example.org\n\nAction: failed\n");
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, UTF-8, Ünïcødé",
        "UTF8, UTF-8, Ünïcødé",
        "uft-8, UTF-8, Ünïcødé",
        "'\"utf-8\"', UTF-8, Ünïcødé",
        "'''utf-8''', UTF-8, Ünïcødé",
        "us-ascii, UTF-8, Ünïcødé",
        "us-ascii, windows-1252, “Ünïcødé”",
        "utf-8, windows-1252, “Ünïcødé”",
        "x-unknown, windows-1252, “Ünïcødé”",
        "unknown-8bit, UTF-8, “Ünïcødé”",
        "iso-8859-1, windows-1252, “Ünïcødé”",
        "iso-8859-1, UTF-8, Ünïcødé",
        "ansi, windows-1252, “Ünïcødé”",
        "iso_8859-2, ISO-8859-2, Łódź",
        "windows1250, windows-1250, Łódź",
        "iso-8859-13, ISO-8859-13, Žąsis",
        "iso-8859-8-i, ISO-8859-8, שלום",
        "cp-850, IBM850, Größe",
        "koi8-r, KOI8-R, Привет",
        "gb2312, GB18030, 退信",
        "gbk, GB18030, 退信",
        "x-gbk, GB18030, 退信",
        "big5, Big5, 退信",
        "shift_jis, windows-31j, 髙﨑",
        "iso-2022-jp, ISO-2022-JP, 不達",
        "us-ascii, ISO-2022-JP, 不達",
        "iso-2022-jp, UTF-8, 不達",
        "euc-jp, EUC-JP, 不達",
        "ks_c_5601-1987, EUC-KR, 반송",
        "euc-kr, EUC-KR, 반송",
        "gb2312, UTF-8, 退信",
        "koi8-r, UTF-8, “Привет”",
        "big5-eten, Big5, 退信",
        "x-euc, EUC-JP, 不達",
        "utf-8, GB18030, 您的邮件被退回",
        "us-ascii, GB18030, 您的邮件被退回",
        "x-unknown, Big5, 您的郵件無法寄送至下列收件者",
        "utf-8, EUC-KR, 메일 전송에 실패하였습니다",
        "us-ascii, windows-31j, メールを配送できませんでした",
        "us-ascii, EUC-JP, メールを配送できませんでした",
        "us-ascii, KOI8-R, Сообщение не доставлено",
        "us-ascii, windows-1251, Сообщение не доставлено",
        "us-ascii, windows-1252, 'Größe überschritten, für später'",
        "utf-16, UTF-8, Ünïcødé",
        "utf-16, UTF-16, Ünïcødé",
    })
    void charsetsAreFoundByWrongNamesAndWrongNamesBelied(String name, String actual, String text) {
        byte[] head = Mails.bytes("Content-Type: text/plain; charset=" + name + "\n\n");
        byte[] body = text.getBytes(Charset.forName(actual));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(head);
        message.writeBytes(body);
        assertThat(Mails.READER.read(message.toByteArray()).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "<meta charset=koi8-r>",
        "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=koi8-r'>",
        "<meta content=\"text/html;charset = 'KOI8-R'\" http-equiv=content-type />"
    })
    void htmlMayNameItsCharsetItself(String meta) {
        byte[] message = ("Content-Type: text/html\n\n<html><head>" + meta + "</head>Привет")
                .getBytes(Charset.forName("KOI8-R"));
        assertThat(Mails.READER.read(message).root().text()).endsWith("Привет");
    }

    @ParameterizedTest
    @CsvSource({"unicode-1-1-utf-7", "UTF-7", "utf7", "x-unicode-2-0-utf-7"})
    void utf7IsDecoded(String name) {
        BounceMessage message =
                read("Content-Type: text/plain; charset=" + name + "\n\nHi Mom -+Jjo--+ACE- 1+-1=2 +ZeVnLIqe end+");
        assertThat(message.text()).isEqualTo("Hi Mom -☺-! 1+1=2 日本語 end+");
    }

    @Test
    void oneWrongByteDoesNotSpoilTheRest() {
        byte[] body = Mails.utf8("Content-Type: text/plain; charset=utf-8\n\nÄÖÜ ? ß");
        body[body.length - 4] = (byte) 0xE4;
        assertThat(Mails.READER.read(body).text()).isEqualTo("ÄÖÜ ä ß");
    }

    @Test
    void nulBytesAreDropped() {
        BounceMessage message = read("Subject: a\0b\n\nc\0d");
        assertThat(message.header("subject")).contains("ab");
        assertThat(message.text()).isEqualTo("cd");
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("plain", "plain"),
                Arguments.of("  a\n\tb \n  c  ", "a b c"),
                Arguments.of("=?utf-8?q?a_b=3D?=", "a b="),
                Arguments.of("=?UTF-8?B?w6Q=?= =?utf-8?b?w7Y?=", "äö"),
                Arguments.of("=?utf-8?q?=C3?=\n =?utf-8?q?=A4?=", "ä"),
                Arguments.of("=?utf-8?q?a?= b =?utf-8?q?c?=", "a b c"),
                Arguments.of("x=?utf-8?q?a?==?utf-8?q?c?=y", "xacy"),
                Arguments.of("\"=?iso-8859-1?q?=E4?=\" <a@example.com>", "\"ä\" <a@example.com>"),
                Arguments.of("=?utf-8*de?q?=C3=A4?=", "ä"),
                Arguments.of("=?uft-8?q?=C3=A4?=", "ä"),
                Arguments.of("=?x-unknown?q?=E4?=", "ä"),
                Arguments.of("=?iso-2022-jp?B?GyRCSVRDIxsoQg==?=", "不達"),
                Arguments.of("=?utf-8?q?spaces in it?=", "spaces in it"),
                Arguments.of("=?utf-8?q?no end", "=?utf-8?q?no end"),
                Arguments.of("=?utf-8?x?what?= =?", "=?utf-8?x?what?= =?"),
                Arguments.of("=??q?a?=", "=??q?a?="),
                Arguments.of("caf\u00e9", "café"),
                Arguments.of("caf\u00c3\u00a9", "café"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void headerValuesAreUnfoldedAndDecoded(String value, String decoded) {
        assertThat(read("X: 1\nSubject: " + value + "\nY: 2\n\n").header("subject"))
                .contains(decoded);
    }

    @Test
    void bytesNobodyEncodedAreInTheCharsetOfTheBody() {
        byte[] message =
                ("Subject: Привет\nContent-Type: text/plain; charset=koi8-r\n\n").getBytes(Charset.forName("KOI8-R"));
        assertThat(Mails.READER.read(message).header("subject")).contains("Привет");
    }

    static Stream<Arguments> parameters() {
        return Stream.of(
                Arguments.of("; a=b", "b"),
                Arguments.of("; a=b;", "b"),
                Arguments.of("; A = \"b c\"; d=e", "b c"),
                Arguments.of("; a=\"b\\\"c\\\\\"", "b\"c\\"),
                Arguments.of("; a=\"no end", "no end"),
                Arguments.of("; a=b c", "b c"),
                Arguments.of("; a=b c=d", "b"),
                Arguments.of(" c=d a=b", "b"),
                Arguments.of("; a=b (comment)", "b"),
                Arguments.of("; (comment) a=b", "b"),
                Arguments.of(";; junk; =; a=b", "b"),
                Arguments.of("; a=b; a=c", "b"),
                Arguments.of("; a*=utf-8''%C3%A4%20b", "ä b"),
                Arguments.of("; a=x; a*=utf-8''%C3%A4", "ä"),
                Arguments.of("; a*1=c; a*0=b", "bc"),
                Arguments.of("; a*0*=utf-8'de'%C3; a*1*=%A4; a*2=\" %41\"", "ä %41"),
                Arguments.of("; a*0=b; a*2=c", "b"),
                Arguments.of("; a*=%ZZ%4", "%ZZ%4"),
                Arguments.of("; a=\"=?utf-8?q?=C3=A4?=\"", "ä"));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void parametersAreRead(String written, String value) {
        assertThat(read("Content-Type: text/plain" + written + "\n\n").root().parameter("A"))
                .contains(value);
    }

    @Test
    void fieldsKeepTheirOrderAndNames() {
        Part root = read("B: 1\na: 2\nB : 3\n\n").root();
        assertThat(root.fields())
                .containsExactly(new HeaderField("B", "1"), new HeaderField("a", "2"), new HeaderField("B", "3"));
        assertThat(root.headers("b")).containsExactly("1", "3");
        assertThat(root.header("c")).isEmpty();
    }

    @Test
    void aLimitOfTheHeaderIsTold() {
        assertThat(notes(read("Subject: " + "x".repeat(70_000) + "\n\n"))).contains("longer than 65536 bytes, cut");
        assertThat(notes(read("Subject: x\n".repeat(30_000) + "\n"))).contains("header block longer than 262144 bytes");
        assertThat(read("Subject: x\n".repeat(30_000) + "\nbody").text()).isEqualTo("body");
    }
}
