package io.cybervpn.presentation.invoicing.rest;

import io.cybervpn.application.invoicing.InvoiceView;
import io.cybervpn.application.invoicing.ListInvoices;
import io.cybervpn.application.invoicing.ViewInvoice;
import io.cybervpn.application.shared.Page;
import io.cybervpn.domain.invoicing.InvoiceId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Languages;
import io.cybervpn.presentation.shared.rest.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The one way to look at invoices, whoever does; {@code json} words what he sees. */
@Singleton
final class InvoiceReading {
    private final ListInvoices listInvoices;
    private final ViewInvoice viewInvoice;
    private final CurrentActor actor;

    @Inject
    InvoiceReading(ListInvoices listInvoices, ViewInvoice viewInvoice, CurrentActor actor) {
        this.listInvoices = listInvoices;
        this.viewInvoice = viewInvoice;
        this.actor = actor;
    }

    /** A page, newest first. */
    <T> Uni<RestResponse<T>> list(
            ListInvoices.Wish wish,
            Page.Request page,
            @Nullable String acceptLanguage,
            BiFunction<Page<InvoiceView>, Languages, T> json) {
        return listInvoices
                .execute(new ListInvoices.Query(actor.actor(), wish, page))
                .map(InvoiceReading::listed)
                .map(
                        found -> {
                            Languages languages = Languages.of(acceptLanguage);
                            return languages.answer(
                                    json.apply(found, languages), InvoiceJson.texts(found.items()));
                        });
    }

    /** One, with its credit notes. */
    <T> Uni<RestResponse<T>> one(
            UUID id, @Nullable String acceptLanguage, BiFunction<InvoiceView, Languages, T> json) {
        return viewInvoice
                .execute(new ViewInvoice.Query(actor.actor(), new InvoiceId(id)))
                .map(InvoiceReading::found)
                .map(
                        invoice -> {
                            Languages languages = Languages.of(acceptLanguage);
                            return languages.answer(
                                    json.apply(invoice, languages),
                                    InvoiceJson.texts(List.of(invoice)));
                        });
    }

    private static Page<InvoiceView> listed(ListInvoices.Result result) {
        return switch (result) {
            case ListInvoices.Result.Listed(var page) -> page;
            case ListInvoices.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static InvoiceView found(ViewInvoice.Result result) {
        return switch (result) {
            case ViewInvoice.Result.Found(var invoice) -> invoice;
            case ViewInvoice.Result.NoSuchInvoice() ->
                    throw Problem.notFound("invoice").asException();
            case ViewInvoice.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }
}
