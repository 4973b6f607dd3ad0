package io.cybervpn.application.identity;

import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.PersonalData;
import io.cybervpn.application.shared.PersonalDataSections;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.ExportAsked;
import io.cybervpn.domain.identity.model.AccountExport;
import io.cybervpn.domain.identity.model.ExportPiece;
import io.cybervpn.domain.identity.repository.AccountExports;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Puts a copy together: what all contexts know of somebody, as one JSON file, kept sealed in pieces
 * of which one at a time is in memory. All of it is one unit of work: a crash leaves nothing, and
 * it is done again. Of two deliveries one does it.
 */
@Singleton
public final class AssembleExportOnAsked implements EventHandler<ExportAsked> {
    private static final int PIECE_LENGTH = 64_000;

    private final UnitOfWork unitOfWork;
    private final AccountExports exports;
    private final PersonalDataSections sections;
    private final SecretBox box;
    private final Ids ids;
    private final Clock clock;

    @Inject
    AssembleExportOnAsked(
            UnitOfWork unitOfWork,
            AccountExports exports,
            PersonalDataSections sections,
            SecretBox box,
            Ids ids,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.exports = exports;
        this.sections = sections;
        this.box = box;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Class<ExportAsked> event() {
        return ExportAsked.class;
    }

    @Override
    public String name() {
        return "identity.assemble-export";
    }

    @Override
    public Uni<Void> handle(ExportAsked event) {
        return unitOfWork.run(() -> exports.lock(event.export()).chain(found -> assemble(found)));
    }

    /** What is gone meanwhile, or is ready by another delivery, needs nothing. */
    private Uni<Void> assemble(Optional<AccountExport> found) {
        return found.filter(AccountExport.Pending.class::isInstance)
                .map(AccountExport.Pending.class::cast)
                .map(this::assemble)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> assemble(AccountExport.Pending export) {
        File file = new File(export);
        file.text
                .append("{\"account\":\"")
                .append(export.account().value())
                .append("\",\"exportedAt\":\"")
                .append(clock.instant())
                .append("\",\"sections\":{");
        return Multi.createFrom()
                .iterable(sections.all())
                .onItem()
                .transformToUniAndConcatenate(section -> write(section, file))
                .collect()
                .last()
                .chain(() -> file.close())
                .chain(() -> exports.finish(export.finish(file.sizeBytes, clock.instant())));
    }

    private Uni<Void> write(PersonalData.Section section, File file) {
        file.open(section.name());
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<>(Optional.<String>empty()),
                        cursor -> slice(section, cursor, file))
                .whilst(slice -> slice.next().isPresent())
                .collect()
                .last()
                .invoke(() -> file.text.append(']'))
                .replaceWithVoid();
    }

    private Uni<PersonalData.Slice> slice(
            PersonalData.Section section, AtomicReference<Optional<String>> cursor, File file) {
        return section.reader()
                .read(file.account(), cursor.get())
                .invoke(slice -> cursor.set(slice.next()))
                .invoke(slice -> slice.rows().forEach(file::row))
                .call(() -> file.flush(PIECE_LENGTH));
    }

    /** The file so far; what is long enough is stored and forgotten. */
    private final class File {
        private final AccountExport.Pending export;
        private final StringBuilder text = new StringBuilder();
        private boolean first = true;
        private String comma = "";
        private int pieces;
        private long sizeBytes;

        private File(AccountExport.Pending export) {
            this.export = export;
        }

        private AccountId account() {
            return export.account();
        }

        private void open(String section) {
            text.append(first ? "\"" : ",\"").append(section).append("\":[");
            first = false;
            comma = "";
        }

        private void row(String json) {
            text.append(comma).append(json);
            comma = ",";
        }

        private Uni<Void> close() {
            text.append("}}");
            return flush(1);
        }

        private Uni<Void> flush(int lengthMin) {
            if (text.length() < lengthMin) {
                return Uni.createFrom().voidItem();
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            text.setLength(0);
            sizeBytes += bytes.length;
            UUID id = ids.next();
            String locked = box.seal(bytes, ExportPiece.purposeOf(id));
            return exports.addPiece(export.id(), new ExportPiece(id, pieces++, locked));
        }
    }
}
