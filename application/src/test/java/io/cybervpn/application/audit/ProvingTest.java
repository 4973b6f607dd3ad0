package io.cybervpn.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.audit.ChainFlaw;
import io.cybervpn.domain.audit.model.AuditRecord;
import io.cybervpn.domain.audit.model.ChainLink;
import io.cybervpn.domain.audit.model.ChainedRecord;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R240: whoever changes the trail behind the shop's back is found out. */
class ProvingTest {
    private static final Actor SYSTEM = new Actor.System();

    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryAudit audit = new InMemoryAudit(unitOfWork);
    private final InMemoryHeads heads = new InMemoryHeads();
    private final ChainWalk walk = new ChainWalk(audit, heads, heads);
    private final VerifyAudit verify = new VerifyAudit(walk, audit);
    private final SignAuditHead sign =
            new SignAuditHead(walk, heads, heads, unitOfWork, new MovableClock());

    @Test
    void an_untouched_trail_is_whole_and_its_head_is_signed_once() {
        assertThat(await(sign.execute(SYSTEM))).isEqualTo(new SignAuditHead.Result.NothingToSign());
        write(2500);
        var signed = await(sign.execute(SYSTEM));

        assertThat(signed).isInstanceOf(SignAuditHead.Result.Signed.class);
        assertThat(await(sign.execute(SYSTEM))).isEqualTo(signed);
        assertThat(proof()).isInstanceOf(VerifyAudit.Result.Whole.class);
        assertThat(((VerifyAudit.Result.Whole) proof()).rows()).isEqualTo(2500);
    }

    @Test
    void the_first_changed_row_is_named_and_no_head_is_signed_over_it() {
        write(1200);
        audit.tamper(1100, ProvingTest::renamed);
        audit.tamper(1150, ProvingTest::renamed);

        assertThat(proof()).isEqualTo(broken(1100, row(1100), ChainFlaw.ROW_CHANGED));
        assertThat(await(sign.execute(SYSTEM)))
                .isEqualTo(new SignAuditHead.Result.Broken(1100, ChainFlaw.ROW_CHANGED));
    }

    @Test
    void a_changed_row_with_its_hash_made_anew_breaks_its_link() {
        write(3);
        audit.tamper(
                2,
                row -> {
                    AuditRecord other = renamed(row).row();
                    return new ChainedRecord(other, other.contentHash(), row.link());
                });
        assertThat(proof()).isEqualTo(broken(2, row(2), ChainFlaw.LINK_CHANGED));
    }

    @Test
    void a_removed_row_leaves_a_hole() {
        write(5);
        audit.remove(3);
        assertThat(proof()).isEqualTo(broken(3, Optional.empty(), ChainFlaw.ROW_MISSING));
    }

    @Test
    void a_tail_that_was_cut_off_is_missed_by_the_signed_head() {
        write(5);
        await(sign.execute(SYSTEM));
        audit.remove(5);
        assertThat(proof()).isEqualTo(broken(5, Optional.empty(), ChainFlaw.ROW_MISSING));
    }

    @Test
    void a_chain_made_anew_does_not_fit_the_signed_head() {
        write(2);
        await(sign.execute(SYSTEM));
        audit.tamper(2, ProvingTest::rechained);
        AuditRecord other = audit.records().get(1);
        ChainLink first = audit.after(0, 1).await().indefinitely().getFirst().link();
        audit.tamper(
                2,
                _ ->
                        new ChainedRecord(
                                other, other.contentHash(), first.next(other.contentHash())));

        assertThat(proof()).isEqualTo(broken(2, row(2), ChainFlaw.HEAD_DIFFERS));
        heads.forge(2, first.next(other.contentHash()).hash());
        assertThat(proof()).isEqualTo(broken(2, Optional.empty(), ChainFlaw.HEAD_FORGED));
    }

    @Test
    void it_takes_a_permission() {
        AccountId id = new AccountId(new UUID(7, 7));
        for (Actor actor :
                List.of(
                        new Actor.Guest(),
                        new Actor.Customer(id),
                        new Actor.Staff(id, Set.of(Permission.SYSTEM_READ)))) {
            assertThat(await(verify.execute(actor))).isEqualTo(new VerifyAudit.Result.Forbidden());
            assertThat(await(sign.execute(actor))).isEqualTo(new SignAuditHead.Result.Forbidden());
        }
    }

    private VerifyAudit.Result proof() {
        return await(verify.execute(SYSTEM));
    }

    private Optional<UUID> row(int position) {
        return Optional.of(audit.records().get(position - 1).id());
    }

    private static VerifyAudit.Result broken(long position, Optional<UUID> row, ChainFlaw flaw) {
        return new VerifyAudit.Result.Broken(position, row, flaw);
    }

    private void write(int rows) {
        for (int i = 0; i < rows; i++) {
            Entry entry = Entry.of(SYSTEM, "test.write", "test", i);
            await(unitOfWork.run(() -> audit.append(entry)));
        }
    }

    private static ChainedRecord renamed(ChainedRecord row) {
        return new ChainedRecord(rechained(row).row(), row.contentHash(), row.link());
    }

    private static ChainedRecord rechained(ChainedRecord chained) {
        AuditRecord row = chained.row();
        AuditRecord other =
                new AuditRecord(
                        row.id(),
                        row.at(),
                        row.actor(),
                        "test.other",
                        row.object(),
                        row.changes(),
                        row.reason(),
                        row.address(),
                        row.requestId());
        return new ChainedRecord(other, other.contentHash(), chained.link());
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
