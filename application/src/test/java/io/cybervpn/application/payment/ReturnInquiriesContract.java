package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.payment.model.Patience;
import io.cybervpn.domain.payment.model.ReturnInquiry;
import io.cybervpn.domain.payment.repository.ReturnInquiries;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of inquiries does. Its inquiries are of long ago, so that only they are due. */
public abstract class ReturnInquiriesContract {
    protected static final String PROVIDER = "nobody";

    private static final Instant THEN = Instant.parse("2001-01-31T10:00:00Z");
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(1), Duration.ofHours(1));

    protected abstract ReturnInquiries inquiries();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private void open(String about, Instant at) {
        inTransaction(() -> inquiries().open(PROVIDER, about, at).replaceWith(true));
    }

    private void close(ReturnInquiry inquiry) {
        inTransaction(() -> inquiries().close(inquiry).replaceWith(true));
    }

    private List<ReturnInquiry> claim(Instant now, int limit) {
        return inTransaction(() -> inquiries().claimDue(now, PATIENCE, limit));
    }

    @Test
    void one_is_due_at_once_and_then_later_and_not_once_it_is_closed() {
        open("re_1", THEN);
        ReturnInquiry inquiry = claim(THEN, 10).getFirst();
        assertThat(inquiry).isEqualTo(new ReturnInquiry(PROVIDER, "re_1", 1, THEN));
        assertThat(claim(THEN.plusSeconds(59), 10)).isEmpty();
        assertThat(claim(THEN.plusSeconds(60), 10)).containsExactly(inquiry);
        close(inquiry);
        close(inquiry);
        assertThat(claim(THEN.plus(Duration.ofDays(1)), 10)).isEmpty();
    }

    @Test
    void told_again_it_is_due_again_and_an_older_answer_does_not_end_it() {
        open("dp_1", THEN);
        ReturnInquiry first = claim(THEN, 10).getFirst();
        open("dp_1", THEN.plusSeconds(5));
        close(first);
        ReturnInquiry second = claim(THEN.plusSeconds(5), 10).getFirst();
        assertThat(second).isEqualTo(new ReturnInquiry(PROVIDER, "dp_1", 2, THEN));
        close(second);
        assertThat(claim(THEN.plus(Duration.ofDays(1)), 10)).isEmpty();
    }

    @Test
    void the_oldest_come_first_and_no_more_than_asked_for() {
        open("re_3", THEN.plusSeconds(2));
        open("re_2", THEN.plusSeconds(1));
        assertThat(claim(THEN.plusSeconds(9), 1))
                .singleElement()
                .satisfies(one -> assertThat(one.about()).isEqualTo("re_2"));
        assertThat(claim(THEN.plusSeconds(9), 1))
                .singleElement()
                .satisfies(one -> assertThat(one.about()).isEqualTo("re_3"));
    }
}
