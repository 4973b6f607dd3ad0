/** What is done about servers by itself. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.server.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
