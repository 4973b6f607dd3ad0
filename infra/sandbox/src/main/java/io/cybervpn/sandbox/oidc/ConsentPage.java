package io.cybervpn.sandbox.oidc;

import io.cybervpn.sandbox.http.Answer;
import java.util.Map;
import java.util.stream.Collectors;

/** The page that asks who one is. */
final class ConsentPage {

    private ConsentPage() {}

    static Answer of(Map<String, String> request) {
        String hidden =
                request.entrySet().stream()
                        .map(
                                field ->
                                        "<input type=hidden name=\"%s\" value=\"%s\">"
                                                .formatted(
                                                        escape(field.getKey()),
                                                        escape(field.getValue())))
                        .collect(Collectors.joining());
        return html(
                """
                <h1>Who are you?</h1>
                <form method=post action=/authorize>%s
                <p><input name=person_email value="ivan@example.test" size=30></p>
                <button>Log in</button></form>"""
                        .formatted(hidden));
    }

    /** A page that sends itself on, as Apple's does. */
    static Answer form(String target, Map<String, String> fields) {
        String hidden =
                fields.entrySet().stream()
                        .map(
                                field ->
                                        "<input type=hidden name=\"%s\" value=\"%s\">"
                                                .formatted(
                                                        escape(field.getKey()),
                                                        escape(field.getValue())))
                        .collect(Collectors.joining());
        return html(
                "<form method=post action=\"%s\">%s<button>Go on</button></form>"
                        .formatted(escape(target), hidden));
    }

    private static Answer html(String content) {
        return Answer.text(
                200,
                "text/html; charset=utf-8",
                """
                <!doctype html><html lang=en><meta charset=utf-8>
                <meta name=viewport content="width=device-width">
                <title>Identity provider (sandbox)</title>
                <style>body{font:18px sans-serif;max-width:24em;margin:4em auto;text-align:center}
                button,input{font:inherit;padding:.6em 1em}small{color:#777}</style>
                %s<p><small>Sandbox: everybody is whom he says.</small></p></html>
                """
                        .formatted(content));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
