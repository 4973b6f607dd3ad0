package io.cybervpn.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What payers write into the purpose of a transfer. */
class TransferReferenceTest {
    private static final TransferReference KNOWN =
            TransferReference.of(
                    new PaymentId(UUID.fromString("0193a1b2-c3d4-7e5f-8123-456789abcdef")));

    @Property
    void what_is_given_is_read_again(@ForAll long high, @ForAll long low) {
        TransferReference given = TransferReference.of(new PaymentId(new UUID(high, low)));
        assertThat(given.text()).matches("CV(-[0-9A-HJKMNP-TV-Z]{4}){3}");
        assertThat(TransferReference.read(given.text())).contains(given);
        assertThat(TransferReference.read(given.text().replace("-", " ").toLowerCase(Locale.ROOT)))
                .contains(given);
    }

    @Property
    void other_payments_have_other_references(@ForAll long low, @ForAll long other) {
        long mask = (1L << 60) - 1;
        boolean same = (low & mask) == (other & mask);
        assertThat(
                        TransferReference.of(new PaymentId(new UUID(1, low)))
                                .equals(TransferReference.of(new PaymentId(new UUID(2, other)))))
                .isEqualTo(same);
    }

    @Test
    void letters_that_look_alike_are_one() {
        assertThat(KNOWN).hasToString("CV-28T5-CY4T-QKFF");
        assertThat(TransferReference.read("CV-O1IL-0000-0000"))
                .contains(new TransferReference("CV-0111-0000-0000"));
    }

    @Test
    void what_is_none_is_not_read() {
        for (String text :
                new String[] {"", "CV", "CV-1234", "XX-1234-1234-1234", "CV-1234-1234-123U"}) {
            assertThat(TransferReference.read(text)).as(text).isEmpty();
        }
        assertThatThrownBy(() -> new TransferReference("cv-1234-1234-1234"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
