// CUDA C++ over a classified token stream. Names, template angles, class braces and functional casts are told apart before
// the parse (see KernelPort.Cuda/Syntax/Classification), so plain SLL with almost one token of look-ahead is enough.
// Rules to keep it so: no predicates; no two rules that can end in the same token run; class, enum and
// function bodies have their own brace tokens; bit-fields only in memberDeclarator; operator precedence is resolved in the syntax builder.
parser grammar CudaParser;

options {
    tokenVocab = CudaLexer;
    superClass = CudaParserBase;
    contextSuperClass = CudaContext;
}

// ---- entry rules: each window of tokens is parsed to its end ----
oneDeclaration: declaration EOF;
oneExpression: expression EOF;

// ---- declarations: namespace scope, class scope and block scope share these ----
declaration
    : Semi                                                                          # emptyDeclaration
    | pragma                                                                        # pragmaDeclaration
    | KwInline? KwNamespace attribute* namespaceName? LBrace declaration* RBrace    # namespaceDeclaration
    | KwNamespace Identifier Assign valueName Semi                                  # namespaceAlias
    | KwExtern StringLiteral (LBrace declaration* RBrace | declaration)             # linkageDeclaration
    | KwTemplate TemplateOpen templateParameters? TemplateClose requiresClause? declaration # templateDeclaration
    | KwExtern? KwTemplate declaration                                              # explicitInstantiation
    | usingDeclaration                                                              # usingDecl
    | staticAssert                                                                  # staticAssertDeclaration
    | KwConcept anyName Assign expression Semi                                      # conceptDeclaration
    | asmStatement                                                                  # asmDeclaration
    | declSpecifiers (memberDeclarator (plainBody | (Comma memberDeclarator)* Semi) | Semi) # simpleDeclaration
    | declSpecifier* specialName declaratorSuffix+
        (constructorInitializers? functionBody | Assign (KwDefault | KwDelete | IntegerLiteral) Semi | Semi) # specialFunction
    ;

pragma: PragmaUnroll expression? PragmaEnd | PragmaNoUnroll PragmaEnd;

namespaceName: namespaceWord (ColonColon KwInline? namespaceWord)*;
namespaceWord: Identifier | TypeName | ValueQualifier | TypeQualifier;
anyName: Identifier | TypeName;

templateParameters: templateParameter (Comma templateParameter)*;
templateParameter
    : (KwTypename | KwClass) Ellipsis? anyName? (Assign typeId)?                    # typeParameter
    | KwTemplate TemplateOpen templateParameters? TemplateClose (KwTypename | KwClass) Ellipsis? anyName? (Assign typeName)? # templateTemplateParameter
    | parameter                                                                     # valueParameter
    ;
requiresClause: KwRequires requiresPrimary ((AndAnd | OrOr) requiresPrimary)*;
requiresPrimary
    : LParen expression RParen
    | KwTrue
    | KwFalse
    | requiresExpression
    | ColonColon? (qualifier ColonColon KwTemplate?)* (Identifier | TypeName) templateArguments?
    ;

usingDeclaration
    : KwUsing KwNamespace valueName Semi
    | KwUsing KwEnum? usedName (Comma usedName)* Semi
    | KwUsing anyName attribute* Assign typeId Semi
    ;
usedName: typeName | valueName;
staticAssert: KwStaticAssert LParen expressionItem (Comma expressionItem)? RParen Semi;

// a constructor, destructor or conversion function
specialName: ColonColon? (qualifier ColonColon)* (ConstructorName | Tilde (ConstructorName | TypeName | Identifier) | KwOperator conversionType);
conversionType: declSpecifier* typeSpecifier declSpecifier* pointerOperator*;
qualifier: (TypeQualifier | ValueQualifier) templateArguments?;

// exactly one type among any number of specifiers
declSpecifiers: declSpecifier* typeSpecifier declSpecifier*;
declSpecifier
    : KwStatic | KwExtern | KwRegister | KwThreadLocal | KwMutable | KwTypedef | KwFriend | KwInline | KwVirtual
    | KwConstexpr | KwConsteval | KwConstinit | KwConst | KwVolatile | KwRestrict | KwExtension
    | KwExplicit (LParen expression RParen)?
    | KwGlobal | KwDevice | KwHost | KwShared | KwConstant | KwManaged | KwForceInline | KwNoInline | KwGridConstant
    | attribute
    ;
attribute
    : KwLaunchBounds LParen expressionList? RParen
    | KwAlignCuda LParen expression RParen
    | KwAlignas LParen (typeId | expression) RParen
    | KwAttribute LParen (LParen attributeItems RParen | attributeItems) RParen
    | AttributeOpen attributeItems RBrack RBrack
    ;
attributeItems: attributeItem? (Comma attributeItem?)*;
attributeItem: attributeWord (ColonColon attributeWord)? (LParen expressionList? RParen)? Ellipsis?;
attributeWord: Identifier | TypeName | ValueQualifier | TypeQualifier | FunctionalCast | KwConst | KwUsing | KwNoInline | KwForceInline
    | KwInline | KwGlobal | KwDevice | KwShared | KwHost | KwConstant | KwAlignas;

typeSpecifier
    : builtinWord+                                              # builtinTypeSpecifier
    | typeName                                                  # namedTypeSpecifier
    | KwAuto                                                    # autoTypeSpecifier
    | KwDecltype LParen (expression | KwAuto | typeId) RParen   # decltypeSpecifier
    | classSpecifier                                            # classTypeSpecifier
    | enumSpecifier                                             # enumTypeSpecifier
    ;
builtinWord
    : KwVoid | KwBool | KwChar | KwChar8 | KwChar16 | KwChar32 | KwWchar | KwShort | KwInt | KwLong | KwFloat | KwDouble
    | KwSigned | KwUnsigned
    ;
typeName: KwTypename? ColonColon? (TypeQualifier templateArguments? ColonColon KwTemplate?)* TypeName templateArguments?;
templateArguments: TemplateOpen (templateArgument (Comma templateArgument)*)? TemplateClose;
templateArgument: typeId Ellipsis? | expressionItem;

classSpecifier: classKey attribute* (className KwFinal?)? baseClause? (ClassBrace classMember* RBrace)?;
classKey: KwStruct | KwClass | KwUnion;
className: ColonColon? (TypeQualifier templateArguments? ColonColon)* (TypeName | Identifier) templateArguments?;
baseClause: Colon baseSpecifier (Comma baseSpecifier)*;
baseSpecifier: (KwPublic | KwPrivate | KwProtected | KwVirtual)* typeName Ellipsis?;
classMember: (KwPublic | KwPrivate | KwProtected) Colon | declaration;
enumSpecifier: KwEnum (KwClass | KwStruct)? attribute* className? (Colon declSpecifiers)?
    (ClassBrace (enumerator (Comma enumerator)* Comma?)? RBrace)?;
enumerator: anyName attribute* (Assign expressionItem)?;

initDeclarator: declarator initializer?;
memberDeclarator: declarator (initializer | bitField)? | bitField;
bitField: Colon binary (Assign initializerClause)?;
plainBody: compound | HostBody | KwTry compound handler+;
functionBody: compound | HostBody | KwTry constructorInitializers? compound handler+;
initializer
    : Assign (initializerClause | KwDefault | KwDelete)
    | bracedList
    | LParen expressionList RParen
    ;
declarator: pointerOperator* Ellipsis? (declaratorName | LParen declarator RParen) declaratorSuffix*;
declaratorName: ColonColon? (qualifier ColonColon)* (Identifier templateArguments? | TypeName | operatorName templateArguments?) attribute*;
operatorName: KwOperator (operatorToken | (KwNew | KwDelete) (LBrack RBrack)? | LParen RParen | LBrack RBrack | StringLiteral Identifier?);
operatorToken
    : Plus | Minus | Star | Slash | Percent | Caret | Amp | Pipe | Tilde | Not | Assign | Less | Greater | PlusAssign | MinusAssign
    | StarAssign | SlashAssign | PercentAssign | CaretAssign | AmpAssign | PipeAssign | ShiftLeft | ShiftRight | ShiftLeftAssign
    | ShiftRightAssign | EqualEqual | NotEqual | LessEqual | GreaterEqual | Spaceship | AndAnd | OrOr | PlusPlus | MinusMinus | Comma
    | ArrowStar | Arrow
    ;
pointerOperator: (Star | Amp | AndAnd | qualifier ColonColon Star) pointerQualifier*;
pointerQualifier: KwConst | KwVolatile | KwRestrict | KwDevice | KwHost | KwGlobal | KwForceInline | KwNoInline | KwInline | attribute;
declaratorSuffix
    : LParen parameters? RParen functionQualifier*              # functionSuffix
    | LBrack (KwStatic? expression)? RBrack attribute*          # arraySuffix
    ;
functionQualifier
    : KwConst | KwVolatile | Amp | AndAnd | KwFinal | KwOverride | KwRestrict
    | KwNoexcept (LParen expression RParen)?
    | KwThrow LParen (typeId (Comma typeId)*)? RParen
    | Arrow typeId
    | attribute
    | requiresClause
    ;
parameters: parameter (Comma parameter)* (Comma? Ellipsis)? | Ellipsis;
parameter: declSpecifiers parameterDeclarator (Assign initializerClause)?;
parameterDeclarator: pointerOperator* Ellipsis? (declaratorName | LParen parameterDeclarator RParen)? declaratorSuffix*;
typeId: declSpecifiers parameterDeclarator;
constructorInitializers: Colon memberInitializer (Comma memberInitializer)*;
memberInitializer: (typeName | valueName | FunctionalCast templateArguments?) (LParen expressionList? RParen | bracedList) Ellipsis?;

// ---- statements ----
compound: (LBrace | BodyBrace) statement* RBrace;
statement
    : compound                                                                      # compoundStatement
    | Semi                                                                          # emptyStatement
    | KwIf KwConstexpr? LParen (simpleStatement | Semi)? condition RParen statement (KwElse statement)? # ifStatement
    | KwFor LParen forHeader RParen statement                                       # forStatement
    | KwWhile LParen condition RParen statement                                     # whileStatement
    | KwDo statement KwWhile LParen expression RParen Semi                          # doStatement
    | KwSwitch LParen (simpleStatement | Semi)? condition RParen statement           # switchStatement
    | KwReturn (expression | bracedList)? Semi                                      # returnStatement
    | KwBreak Semi                                                                  # breakStatement
    | KwContinue Semi                                                               # continueStatement
    | KwGoto Identifier Semi                                                        # gotoStatement
    | KwCase expressionItem (Ellipsis expressionItem)? Colon                        # caseLabel
    | KwDefault Colon                                                               # defaultLabel
    | Identifier Colon                                                              # nameLabel
    | KwTry compound handler+                                                       # tryStatement
    | asmStatement                                                                  # asmStmt
    | staticAssert                                                                  # staticAssertStatement
    | usingDeclaration                                                              # usingStatement
    | KwNamespace Identifier Assign valueName Semi                                  # namespaceAliasStatement
    | pragma statement?                                                             # pragmaStatement
    | AttributeOpen attributeItems RBrack RBrack statement                          # attributedStatement
    | simpleStatement                                                               # plainStatement
    ;
simpleStatement
    : declSpecifiers (initDeclarator (Comma initDeclarator)*)? Semi                 # variableStatement
    | structuredBinding initializer Semi                                            # bindingStatement
    | expression Semi                                                               # expressionStatement
    ;
structuredBinding: declSpecifier* KwAuto declSpecifier* (Amp | AndAnd)? LBrack Identifier (Comma Identifier)* RBrack;
condition: declSpecifiers declarator (Assign initializerClause | bracedList) | expression;
forHeader
    : declSpecifiers declarator (Colon initializerClause | initializer? (Comma initDeclarator)* Semi condition? Semi expression?) # forDeclaration
    | structuredBinding Colon initializerClause                                     # forBinding
    | expression? Semi condition? Semi expression?                                  # forExpression
    ;
handler: KwCatch LParen (parameter | Ellipsis) RParen compound;
asmStatement: KwAsm (KwVolatile | KwInline | KwGoto)* LParen asmString asmSection* RParen Semi?;
asmString: StringLiteral+ | valueName;
asmSection: (Colon | ColonColon) (asmOperand (Comma? asmOperand)*)?;
asmOperand: (LBrack Identifier RBrack)? StringLiteral+ (LParen expression RParen)?;

// ---- expressions ----
expression: expressionItem (Comma expressionItem)*;
expressionList: listItem (Comma listItem)*;
listItem: initializerClause Ellipsis?;
expressionItem: assignment Ellipsis?;
assignment
    : binary (Question expression? Colon assignment | assignmentOperator initializerClause)?
    | KwThrow assignment?
    ;
binary: unary (binaryOperator unary)*;
assignmentOperator
    : Assign | PlusAssign | MinusAssign | StarAssign | SlashAssign | PercentAssign | AmpAssign | PipeAssign | CaretAssign
    | ShiftLeftAssign | ShiftRightAssign
    ;
binaryOperator
    : Plus | Minus | Star | Slash | Percent | Caret | Amp | Pipe | Less | Greater | LessEqual | GreaterEqual | EqualEqual | NotEqual
    | Spaceship | AndAnd | OrOr | ShiftLeft | ShiftRight | DotStar | ArrowStar
    ;
// LiteralTable: a long list of literals, folded into one token
initializerClause: assignment | bracedList | LiteralTable;
bracedList: LBrace (bracedElement (Comma bracedElement)* Comma?)? RBrace;
bracedElement
    : (Dot Identifier | LBrack expression RBrack)+ (Assign initializerClause | bracedList)
    | initializerClause Ellipsis?
    ;
// the common alternatives have no label: a label is a context more
unary: prefixUnary | sizeofUnary | alignofUnary | noexceptUnary | newUnary | deleteUnary | castUnary | Ellipsis | postfix;
prefixUnary: prefixOperator unary;
sizeofUnary: KwSizeof (LParen typeId RParen | Ellipsis LParen anyName RParen | unary);
alignofUnary: KwAlignof (LParen typeId RParen | unary);
noexceptUnary: KwNoexcept LParen expression RParen;
newUnary: ColonColon? KwNew (LParen expressionList RParen)? newType (LParen expressionList? RParen | bracedList)?;
deleteUnary: ColonColon? KwDelete (LBrack RBrack)? unary;
castUnary: LParen typeId RParen (unary | bracedList);
prefixOperator: PlusPlus | MinusMinus | Amp | AndAnd | Star | Plus | Minus | Not | Tilde | KwExtension;
newType: declSpecifiers pointerOperator* (LBrack expression? RBrack)* | LParen typeId RParen;
postfix: primary postfixOperator*;
postfixOperator
    : LBrack (expression | bracedList)? RBrack                                      # indexPostfix
    | LParen expressionList? RParen                                                 # callPostfix
    | LaunchOpen expressionList LaunchClose LParen expressionList? RParen           # launchPostfix
    | (Dot | Arrow) KwTemplate? memberName                                          # memberPostfix
    | (PlusPlus | MinusMinus)                                                       # stepPostfix
    ;
memberName
    : (qualifier ColonColon)* ((Identifier | TypeName | FunctionalCast | operatorName | KwOperator conversionType) templateArguments?
    | Tilde (TypeName | Identifier))
    ;
primary
    : IntegerLiteral | FloatingLiteral | CharacterLiteral | KwTrue | KwFalse | KwNullptr | KwThis
    | stringPrimary
    | parenthesizedPrimary
    | statementPrimary
    | valueName
    | namedCastPrimary
    | typeidPrimary
    | builtinConstructPrimary
    | constructPrimary
    | lambda
    | requiresExpression
    ;
stringPrimary: StringLiteral (StringLiteral | Identifier)*;
parenthesizedPrimary: LParen expression RParen;
statementPrimary: LParen compound RParen;
namedCastPrimary: (KwConstCast | KwStaticCast | KwDynamicCast | KwReinterpretCast) TemplateOpen typeId TemplateClose LParen expression RParen;
typeidPrimary: KwTypeid LParen (typeId | expression) RParen;
builtinConstructPrimary: (builtinWord+ | KwDecltype LParen expression RParen | KwAuto) (LParen expressionList? RParen | bracedList);
constructPrimary: constructName (LParen expressionList? RParen | bracedList);
constructName: KwTypename? ColonColon? (TypeQualifier templateArguments? ColonColon KwTemplate?)* FunctionalCast templateArguments?;
valueName
    : ColonColon? (ValueQualifier templateArguments? ColonColon KwTemplate?)*
        (Identifier templateArguments? | KwOperator conversionType | operatorName templateArguments? | Tilde (TypeName | Identifier))
    ;
lambda
    : LBrack (capture (Comma capture)*)? RBrack (TemplateOpen templateParameters TemplateClose)? declSpecifier*
        (LParen parameters? RParen)? lambdaQualifier* compound
    ;
lambdaQualifier: KwMutable | KwConstexpr | KwDevice | KwHost | KwNoexcept (LParen expression RParen)? | Arrow typeId | attribute;
capture
    : Assign
    | Amp Identifier? Ellipsis? (Assign initializerClause)?
    | Star? KwThis
    | Ellipsis? Identifier Ellipsis? (Assign initializerClause | bracedList)?
    ;
requiresExpression: KwRequires (LParen parameters? RParen)? LBrace requirement* RBrace;
requirement
    : KwTypename typeName Semi
    | LBrace expression RBrace KwNoexcept? (Arrow typeId)? Semi
    | KwRequires expression Semi
    | expression Semi
    ;
