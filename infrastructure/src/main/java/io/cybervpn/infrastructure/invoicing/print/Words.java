package io.cybervpn.infrastructure.invoicing.print;

import java.util.Map;

/** The words around what is printed. */
enum Words {
    ENGLISH(
            "en",
            Map.ofEntries(
                    Map.entry("invoice", "Invoice"),
                    Map.entry("credit_note", "Credit note"),
                    Map.entry("number", "Number"),
                    Map.entry("date", "Date"),
                    Map.entry("due", "Due"),
                    Map.entry("paid", "Paid"),
                    Map.entry("of_invoice", "Of invoice"),
                    Map.entry("cancelled", "Cancelled"),
                    Map.entry("void", "Withdrawn"),
                    Map.entry("seller", "Seller"),
                    Map.entry("buyer", "Buyer"),
                    Map.entry("tax_id", "Tax number"),
                    Map.entry("description", "Description"),
                    Map.entry("quantity", "Quantity"),
                    Map.entry("price", "Price"),
                    Map.entry("amount", "Amount"),
                    Map.entry("net", "Without tax"),
                    Map.entry("total", "Total"),
                    Map.entry("returned", "Given back"))),
    RUSSIAN(
            "ru",
            Map.ofEntries(
                    Map.entry("invoice", "Счёт"),
                    Map.entry("credit_note", "Кредит-нота"),
                    Map.entry("number", "Номер"),
                    Map.entry("date", "Дата"),
                    Map.entry("due", "Оплатить до"),
                    Map.entry("paid", "Оплачен"),
                    Map.entry("of_invoice", "К счёту"),
                    Map.entry("cancelled", "Отменена"),
                    Map.entry("void", "Отозван"),
                    Map.entry("seller", "Продавец"),
                    Map.entry("buyer", "Покупатель"),
                    Map.entry("tax_id", "ИНН"),
                    Map.entry("description", "Наименование"),
                    Map.entry("quantity", "Количество"),
                    Map.entry("price", "Цена"),
                    Map.entry("amount", "Сумма"),
                    Map.entry("net", "Без налога"),
                    Map.entry("total", "Итого"),
                    Map.entry("returned", "Возвращено")));

    private final String tag;
    private final Map<String, String> words;

    Words(String tag, Map<String, String> words) {
        this.tag = tag;
        this.words = words;
    }

    /** Those of a language, whatever its country; English where there are none. */
    static Words in(String language) {
        return language.equals("ru") || language.startsWith("ru-") ? RUSSIAN : ENGLISH;
    }

    String tag() {
        return tag;
    }

    String of(String key) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalArgumentException("no word for " + key);
        }
        return word;
    }
}
