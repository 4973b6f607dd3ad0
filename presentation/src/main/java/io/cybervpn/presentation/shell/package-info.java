/** Owns the commands of the packaged program: one deed of the shop, on paper, without its doors. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.shell;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
