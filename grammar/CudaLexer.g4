// The token vocabulary of CUDA C++. The product lexes by hand (the preprocessor needs more than tokens); this grammar
// gives the token kinds their numbers and is compared with the hand-written lexer in tests.
// Token kinds in the tokens block are never lexed: the classifier makes them out of names, angles and braces.
lexer grammar CudaLexer;

tokens {
    TypeName, TypeQualifier, ValueQualifier, ConstructorName, FunctionalCast,
    TemplateOpen, TemplateClose, LaunchClose, ShiftRight, ShiftRightAssign,
    ClassBrace, BodyBrace, AttributeOpen, HostBody, LiteralTable, TypeParen, PragmaUnroll, PragmaNoUnroll, PragmaEnd, KwFinal, KwOverride
}

channels { TRIVIA, DIRECTIVE }

// ---- keywords ----
KwAlignas: 'alignas' | '_Alignas';
KwAlignof: 'alignof' | '__alignof__' | '__alignof';
KwAsm: 'asm' | '__asm__' | '__asm';
KwAuto: 'auto';
KwBool: 'bool' | '_Bool';
KwBreak: 'break';
KwCase: 'case';
KwCatch: 'catch';
KwChar: 'char';
KwChar8: 'char8_t';
KwChar16: 'char16_t';
KwChar32: 'char32_t';
KwClass: 'class';
KwConcept: 'concept';
KwConst: 'const' | '__const';
KwConsteval: 'consteval';
KwConstexpr: 'constexpr';
KwConstinit: 'constinit';
KwConstCast: 'const_cast';
KwContinue: 'continue';
KwCoAwait: 'co_await';
KwCoReturn: 'co_return';
KwCoYield: 'co_yield';
KwDecltype: 'decltype' | '__typeof__' | 'typeof' | '__typeof';
KwDefault: 'default';
KwDelete: 'delete';
KwDo: 'do';
KwDouble: 'double';
KwDynamicCast: 'dynamic_cast';
KwElse: 'else';
KwEnum: 'enum';
KwExplicit: 'explicit';
KwExport: 'export';
KwExtern: 'extern';
KwFalse: 'false';
KwFloat: 'float';
KwFor: 'for';
KwFriend: 'friend';
KwGoto: 'goto';
KwIf: 'if';
KwInline: 'inline' | '__inline__' | '__inline';
KwInt: 'int';
KwLong: 'long';
KwMutable: 'mutable';
KwNamespace: 'namespace';
KwNew: 'new';
KwNoexcept: 'noexcept';
KwNullptr: 'nullptr';
KwOperator: 'operator';
KwPrivate: 'private';
KwProtected: 'protected';
KwPublic: 'public';
KwRegister: 'register';
KwReinterpretCast: 'reinterpret_cast';
KwRequires: 'requires';
KwReturn: 'return';
KwShort: 'short';
KwSigned: 'signed' | '__signed__';
KwSizeof: 'sizeof';
KwStatic: 'static';
KwStaticAssert: 'static_assert' | '_Static_assert';
KwStaticCast: 'static_cast';
KwStruct: 'struct';
KwSwitch: 'switch';
KwTemplate: 'template';
KwThis: 'this';
KwThreadLocal: 'thread_local';
KwThrow: 'throw';
KwTrue: 'true';
KwTry: 'try';
KwTypedef: 'typedef';
KwTypeid: 'typeid';
KwTypename: 'typename';
KwUnion: 'union';
KwUnsigned: 'unsigned';
KwUsing: 'using';
KwVirtual: 'virtual';
KwVoid: 'void';
KwVolatile: 'volatile' | '__volatile__' | '__volatile';
KwWchar: 'wchar_t';
KwWhile: 'while';
KwGlobal: '__global__';
KwDevice: '__device__';
KwHost: '__host__';
KwShared: '__shared__';
KwConstant: '__constant__';
KwManaged: '__managed__';
KwLaunchBounds: '__launch_bounds__' | '__maxnreg__' | '__cluster_dims__' | '__block_size__';
KwForceInline: '__forceinline__' | '__forceinline';
KwNoInline: '__noinline__';
KwRestrict: '__restrict__' | '__restrict';
KwAlignCuda: '__align__' | '__builtin_align__';
KwGridConstant: '__grid_constant__';
KwAttribute: '__attribute__' | '__declspec' | '__attribute';
KwExtension: '__extension__';

// ---- punctuation ----
// '>>' is never lexed: the classifier knows which '>' close templates and joins the others.
LaunchOpen: '<<<';
LParen: '(';
RParen: ')';
LBrack: '[' | '<:';
RBrack: ']' | ':>';
LBrace: '{' | '<%';
RBrace: '}' | '%>';
Ellipsis: '...';
ArrowStar: '->*';
Arrow: '->';
DotStar: '.*';
Dot: '.';
ColonColon: '::';
Colon: ':';
Semi: ';';
Comma: ',';
Question: '?';
PlusPlus: '++';
MinusMinus: '--';
ShiftLeftAssign: '<<=';
Spaceship: '<=>';
LessEqual: '<=';
GreaterEqual: '>=';
EqualEqual: '==';
NotEqual: '!=' | 'not_eq';
AndAnd: '&&' | 'and';
OrOr: '||' | 'or';
PlusAssign: '+=';
MinusAssign: '-=';
StarAssign: '*=';
SlashAssign: '/=';
PercentAssign: '%=';
AmpAssign: '&=' | 'and_eq';
PipeAssign: '|=' | 'or_eq';
CaretAssign: '^=' | 'xor_eq';
ShiftLeft: '<<';
Less: '<';
Greater: '>';
Assign: '=';
Plus: '+';
Minus: '-';
Star: '*';
Slash: '/';
Percent: '%';
Caret: '^' | 'xor';
Amp: '&' | 'bitand';
Pipe: '|' | 'bitor';
Tilde: '~' | 'compl';
Not: '!' | 'not';
HashHash: '##' | '%:%:';
Hash: '#' | '%:';

// ---- literals and names ----
IntegerLiteral: ('0' [xX] [0-9a-fA-F']+ | '0' [bB] [01']+ | [0-9] [0-9']*) Suffix?;
FloatingLiteral
    : ( [0-9] [0-9']* '.' [0-9']* Exponent?
      | '.' [0-9] [0-9']* Exponent?
      | [0-9] [0-9']* Exponent
      | '0' [xX] [0-9a-fA-F']* '.'? [0-9a-fA-F']* [pP] [+-]? [0-9]+
      ) Suffix?
    ;
CharacterLiteral: ('u8' | [uUL])? '\'' (~['\\\r\n] | '\\' .)+ '\'' Suffix?;
StringLiteral: ('u8' | [uUL])? ('"' (~["\\\r\n] | '\\' .)* '"' | 'R"(' .*? ')"') Suffix?;
Identifier: [a-zA-Z_$\u0080-\uFFFF] [a-zA-Z0-9_$\u0080-\uFFFF]*;

fragment Exponent: [eE] [+-]? [0-9]+;
fragment Suffix: [a-zA-Z_] [a-zA-Z0-9_]*;

// ---- what the parser never sees ----
WhiteSpace: [ \t\r\n\f\u000b]+ -> channel(TRIVIA);
LineContinuation: '\\' '\r'? '\n' -> channel(TRIVIA);
BlockComment: '/*' .*? '*/' -> channel(TRIVIA);
LineComment: '//' ~[\r\n]* -> channel(TRIVIA);
Unknown: .;
