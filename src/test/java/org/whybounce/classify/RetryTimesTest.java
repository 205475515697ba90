package org.whybounce.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whybounce.text.Wording;

class RetryTimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        450 4.2.0 Greylisted, please try again in 300 seconds                | 300
        451 Greylisting in action, please come back in 00:04:59              | 299
        421 Try again in 5 minutes                                           | 300
        450 Please retry in 1 hour                                           | 3600
        450 try again after 15 min                                           | 900
        421 4.7.0 Too many connections, retry after 60 secs                  | 60
        450 greylisted for 5 minutes                                         | 300
        451 deferred for 10 minutes                                          | 600
        451 please wait 120 seconds                                          | 120
        421 Come back in 2 days                                              | 172800
        450 Your mail will be accepted 4 hours later                         | 14400
        421 retry your mail in 30 minutes from now                           | 1800
        450 retry in 300s                                                    | 300
        450 You must wait 10m before you resend                              | 600
        450 try again in 1h                                                  | 3600
        450 resend in 24 hours                                               | 86400
        450 Greylisting: bitte versuchen Sie es in 5 Minuten erneut          | 300
        450 Bitte in 10 Minuten erneut versuchen                             | 600
        450 Bitte warten Sie 60 Sekunden                                     | 60
        450 Versuchen Sie es in 2 Stunden wieder                             | 7200
        450 Veuillez réessayer dans 5 minutes                                | 300
        450 Veuillez patienter 30 secondes                                   | 30
        450 réessayez dans 2 heures                                          | 7200
        450 Inténtelo de nuevo en 10 minutos                                 | 600
        450 Vuelva a intentarlo en 1 hora                                    | 3600
        450 Espere 30 segundos                                               | 30
        450 Tente novamente em 5 minutos                                     | 300
        450 Aguarde 60 segundos                                              | 60
        450 Riprova tra 10 minuti                                            | 600
        450 5分後に再送してください                                             | 300
        450 300秒以上経ってから再送してください                                 | 300
        450 请在5分钟后重试                                                    | 300
        450 Greylisted, please wait 4 minutes and 59 seconds                 | 299
        450 retry in 4m59s                                                   | 299
        450 Try again in 1 minute 30 seconds                                 | 90
        450 Please try again in five minutes                                 | 300
        450 try again in an hour                                             | 3600
        421 Your IP is blocked for the next 15 minutes                       | 900
        421 temporarily blocked, unblocked in 600 seconds                    | 600
        450 delayed 300 seconds                                              | 300
        450 Retry-After: 120                                                 | 120
        451 Greylisted (119 seconds left)                                    | 119
        450 повторите попытку через 5 минут                                  | 300
        451 4.7.1 Greylisting in action, please come back in 00:05:00        | 300
        450 4.7.1 Recipient address rejected: Greylisted for 5 minutes       | 300
        451 4.7.1 Please try again in 1 minute                               | 60
        450 Попробуйте позже, через 10 мин.                                  | 600
        451 Подождите 60 секунд                                              | 60
        450 Повторите через 2 часа                                           | 7200
        450 Bitte versuchen Sie es in 300 Sekunden nochmals                  | 300
        450 Merci de réessayer dans 1 heure                                  | 3600
        450 Vuelva a intentarlo en 90 segundos                               | 90
        450 Tente novamente em 1 hora                                        | 3600
        450 Riprovare tra 2 ore                                              | 7200
        450 Attendere 60 secondi                                             | 60
        450 Probeer het over 5 minuten opnieuw                               | 300
        450 Spróbuj ponownie za 10 minut                                     | 600
        450 Zkuste to znovu za 5 minut                                       | 300
        450 30秒後に再送してください                                            | 30
        450 1時間後に再送してください                                           | 3600
        450 请在60秒后重试                                                     | 60
        450 请2小时后再试                                                      | 7200
        450 60초 후에 다시 시도하십시오                                          | 60
        """)
    void theTimeIsReadWhereTheTextSaysIt(String text, long seconds) {
        assertThat(RetryTimes.find(Wording.of(text)))
                .hasValueSatisfying(time -> assertThat(time).hasSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "550 5.7.1 try again later",
                "421 Too many messages: limit is 100 per 5 minutes",
                "4.4.7 message expired after 5 days, retry timeout exceeded",
                "Delivery attempts will continue for 4 days. Not delivered for 4 hours",
                "450 retry at 10:30",
                "550 5.1.1 user 300 minutes unknown",
                "452 You have sent 500 mails in 24 hours",
                "450 try again in 1 to 5 minutes",
                "421 more than 100 mails an hour",
                "450 retry after: 10 tries",
                "550 blocked by 3 lists, see https://example.org/",
                "Will retry every 15 minutes until the message is 5 days old",
                "Message will be retried for 2 more days",
                "421 4.7.0 Try again later, closing connection. (QUIT)",
                "450 4.2.1 Please resend your message at a later time",
                "Die Zustellung wird alle 30 Minuten wiederholt, bis 4 Tage vergangen sind",
                "450 Limite de 100 messages par heure, réessayez plus tard",
                "450 Слишком много писем: 100 за 60 минут, повторите позже",
                "您在5分钟内发送了过多邮件，请稍后再试",
                "421 1時間あたり100通を超えました。しばらくしてから再送してください",
            })
    void noTimeIsInvented(String text) {
        assertThat(RetryTimes.find(Wording.of(text))).isEmpty();
    }
}
