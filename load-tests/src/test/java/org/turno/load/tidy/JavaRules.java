package org.turno.load.tidy;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Rules on the syntax of a Java file: method length, banned calls, banned names. */
final class JavaRules extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private static final int MAX_METHOD_LINES = 60;

  private final SourceFile file;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final Map<String, String> staticImports = new LinkedHashMap<>();
  private final List<String> violations = new ArrayList<>();

  private JavaRules(SourceFile file, CompilationUnitTree unit, SourcePositions positions) {
    this.file = file;
    this.unit = unit;
    this.positions = positions;
  }

  static List<String> check(SourceFile file) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///" + file.path()), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
          }
        };
    JavacTask task = (JavacTask) compiler.getTask(null, null, null, null, null, List.of(source));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      JavaRules rules = new JavaRules(file, unit, Trees.instance(task).getSourcePositions());
      rules.scan(unit, null);
      return rules.violations;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void report(Tree tree, String what, String remedy) {
    long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    violations.add("%s:%d: %s: %s".formatted(file.path(), line, what, remedy));
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
    LineMap lines = unit.getLineMap();
    long start = positions.getStartPosition(unit, method);
    long end = positions.getEndPosition(unit, method);
    // What the compiler adds to records has no end of its own.
    if (start >= 0 && end > start) {
      long length = lines.getLineNumber(end) - lines.getLineNumber(start) + 1;
      if (length > MAX_METHOD_LINES) {
        report(
            method,
            "method " + method.getName() + " has " + length + " lines, at most " + MAX_METHOD_LINES,
            "give each step of it a method with a name that says what it does");
      }
    }
    boolean named =
        method.getModifiers().getAnnotations().stream()
            .noneMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    if (named) {
      checkName(method, method.getName().toString());
    }
    return super.visitMethod(method, null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
    checkName(type, type.getSimpleName().toString());
    return super.visitClass(type, null);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
    // java.nio's own word for a file that is open; no PBX is meant.
    if (!String.valueOf(variable.getType()).equals("FileChannel")) {
      checkName(variable, variable.getName().toString());
    }
    return super.visitVariable(variable, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    String written = call.getMethodSelect().toString();
    checkCall(call, staticImports.getOrDefault(written, written), call.getArguments().size());
    return super.visitMethodInvocation(call, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree reference, @Nullable Void unused) {
    String type = reference.getQualifierExpression().toString();
    if (reference.getName().contentEquals("<init>")) {
      checkCall(reference, "new " + rawType(type), 0);
    } else {
      checkCall(reference, type + "." + reference.getName(), 0);
    }
    return super.visitMemberReference(reference, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree creation, @Nullable Void unused) {
    String type = rawType(creation.getIdentifier().toString());
    checkCall(creation, "new " + type, creation.getArguments().size());
    return super.visitNewClass(creation, null);
  }

  @Override
  public @Nullable Void visitImport(ImportTree imported, @Nullable Void unused) {
    String name = imported.getQualifiedIdentifier().toString();
    if (imported.isStatic()) {
      staticImports.put(name.substring(name.lastIndexOf('.') + 1), name);
    }
    return super.visitImport(imported, null);
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void unused) {
    String type = annotation.getAnnotationType().toString();
    if (type.equals("Disabled") || type.endsWith(".Disabled")) {
      report(annotation, "@Disabled", "mend the test or delete it");
    }
    return super.visitAnnotation(annotation, null);
  }

  private void checkCall(Tree tree, String call, int arguments) {
    for (BannedCall ban : BannedCall.ALL) {
      if (ban.matches(file, call, arguments)) {
        report(tree, call, ban.remedy());
      }
    }
  }

  private void checkName(Tree tree, String name) {
    BannedWord.in(name, file).ifPresent(ban -> report(tree, "name " + name, ban.remedy()));
  }

  private static String rawType(String type) {
    int generic = type.indexOf('<');
    return generic < 0 ? type : type.substring(0, generic);
  }
}
