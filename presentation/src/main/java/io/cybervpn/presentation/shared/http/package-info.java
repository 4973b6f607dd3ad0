/** What stands before every resource: where a client is, how much he may send, what he is told. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.shared.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
