// CUDA C++ over a classified token stream. Names, template angles, class braces and functional casts are told apart before
// the parse (see KernelPort.Cuda/Syntax/Classification), so plain SLL with almost one token of look-ahead is enough.
// Rules to keep it so: no predicates; no two rules that can end in the same token run; class, enum and
// function bodies have their own brace tokens, a parenthesis before a type its own token; operator precedence is resolved in the syntax builder.
// A context costs as much as a prediction, and a label is a context more: what stands in every expression has few rules, none labelled,
// and alternatives that the next token tells apart.
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
    | declSpecifier* specialName (functionSuffix | arraySuffix)+
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
    | KwAlignas (TypeParen typeId | LParen expression) RParen
    | KwAttribute LParen ((LParen | TypeParen) attributeItems RParen | attributeItems) RParen
    | AttributeOpen attributeItems RBrack RBrack
    ;
attributeItems: attributeItem? (Comma attributeItem?)*;
attributeItem: attributeWord (ColonColon attributeWord)? (LParen expressionList? RParen)? Ellipsis?;
attributeWord: Identifier | TypeName | ValueQualifier | TypeQualifier | FunctionalCast | KwConst | KwUsing | KwNoInline | KwForceInline
    | KwInline | KwGlobal | KwDevice | KwShared | KwHost | KwConstant | KwAlignas;

typeSpecifier
    : (KwVoid | KwBool | KwChar | KwChar8 | KwChar16 | KwChar32 | KwWchar | KwShort | KwInt | KwLong | KwFloat | KwDouble
        | KwSigned | KwUnsigned)+
    | typeName
    | KwAuto
    | decltypeSpecifier
    | classSpecifier
    | enumSpecifier
    ;
decltypeSpecifier: KwDecltype (TypeParen typeId | LParen expression) RParen;
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
// its width, and behind "=" its first value
bitField: Colon assignment;
plainBody: compound | HostBody | KwTry compound handler+;
functionBody: compound | HostBody | KwTry constructorInitializers? compound handler+;
initializer
    : Assign (assignment | bracedList | LiteralTable | KwDefault | KwDelete)
    | bracedList
    | LParen expressionList RParen
    ;
declarator: pointerOperator* Ellipsis? (declaratorName | LParen declarator RParen) (functionSuffix | arraySuffix)*;
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
functionSuffix: (LParen | TypeParen) parameters? RParen functionQualifier*;
arraySuffix: LBrack (KwStatic? expression)? RBrack attribute*;
functionQualifier
    : KwConst | KwVolatile | Amp | AndAnd | KwFinal | KwOverride | KwRestrict
    | KwNoexcept (LParen expression RParen)?
    | KwThrow (LParen | TypeParen typeId (Comma typeId)*) RParen
    | Arrow typeId
    | attribute
    | requiresClause
    ;
parameters: parameter (Comma parameter)* (Comma? Ellipsis)? | Ellipsis;
parameter: declSpecifiers parameterDeclarator (Assign initializerClause)?;
parameterDeclarator: pointerOperator* Ellipsis? (declaratorName | LParen parameterDeclarator RParen)? (functionSuffix | arraySuffix)*;
typeId: declSpecifiers parameterDeclarator;
constructorInitializers: Colon memberInitializer (Comma memberInitializer)*;
memberInitializer: (typeName | valueName | FunctionalCast templateArguments?) (LParen expressionList? RParen | bracedList) Ellipsis?;

// ---- statements ----
compound: (LBrace | BodyBrace) statement* RBrace;
statement
    : compound
    | Semi
    | ifStatement
    | forStatement
    | whileStatement
    | doStatement
    | switchStatement
    | returnStatement
    | jumpStatement
    | caseLabel
    | defaultLabel
    | nameLabel
    | tryStatement
    | asmStatement
    | staticAssert
    | usingDeclaration
    | aliasStatement
    | pragmaStatement
    | attributedStatement
    | simpleStatement
    ;
ifStatement: KwIf KwConstexpr? (LParen | TypeParen) (simpleStatement | Semi)? condition RParen statement (KwElse statement)?;
forStatement: KwFor (LParen | TypeParen) forHeader RParen statement;
whileStatement: KwWhile (LParen | TypeParen) condition RParen statement;
doStatement: KwDo statement KwWhile LParen expression RParen Semi;
switchStatement: KwSwitch (LParen | TypeParen) (simpleStatement | Semi)? condition RParen statement;
returnStatement: KwReturn (expression | bracedList)? Semi;
jumpStatement: (KwBreak | KwContinue | KwGoto Identifier) Semi;
caseLabel: KwCase assignment (Ellipsis assignment)? Colon;
defaultLabel: KwDefault Colon;
nameLabel: Identifier Colon;
tryStatement: KwTry compound handler+;
aliasStatement: KwNamespace Identifier Assign valueName Semi;
pragmaStatement: pragma statement?;
attributedStatement: AttributeOpen attributeItems RBrack RBrack statement;
simpleStatement
    : declSpecifiers (initDeclarator (Comma initDeclarator)*)? Semi
    | structuredBinding initializer Semi
    | expression Semi
    ;
structuredBinding: declSpecifier* KwAuto declSpecifier* (Amp | AndAnd)? LBrack Identifier (Comma Identifier)* RBrack;
condition: declSpecifiers declarator (Assign initializerClause | bracedList) | expression;
forHeader
    : declSpecifiers declarator (Colon initializerClause | initializer? (Comma initDeclarator)* Semi condition? Semi expression?) # forDeclaration
    | structuredBinding Colon initializerClause                                     # forBinding
    | expression? Semi condition? Semi expression?                                  # forExpression
    ;
handler: KwCatch (LParen | TypeParen) (parameter | Ellipsis) RParen compound;
asmStatement: KwAsm (KwVolatile | KwInline | KwGoto)* LParen asmString asmSection* RParen Semi?;
asmString: StringLiteral+ | valueName;
asmSection: (Colon | ColonColon) (asmOperand (Comma? asmOperand)*)?;
asmOperand: (LBrack Identifier RBrack)? StringLiteral+ (LParen expression RParen)?;

// ---- expressions ----
expression: assignment Ellipsis? (Comma assignment Ellipsis?)*;
// LiteralTable: a long list of literals, folded into one token
expressionList: (assignment | bracedList | LiteralTable) Ellipsis? (Comma (assignment | bracedList | LiteralTable) Ellipsis?)*;
expressionItem: assignment Ellipsis?;
initializerClause: assignment | bracedList | LiteralTable;
assignment
    : unary ((Plus | Minus | Star | Slash | Percent | Caret | Amp | Pipe | Less | Greater | LessEqual | GreaterEqual | EqualEqual | NotEqual
            | Spaceship | AndAnd | OrOr | ShiftLeft | ShiftRight | DotStar | ArrowStar) unary)*
        ( Question expression? Colon assignment
        | (Assign | PlusAssign | MinusAssign | StarAssign | SlashAssign | PercentAssign | AmpAssign | PipeAssign | CaretAssign
            | ShiftLeftAssign | ShiftRightAssign) (assignment | bracedList | LiteralTable)
        )?
    | throwExpression
    ;
throwExpression: KwThrow assignment?;
bracedList: LBrace (bracedElement (Comma bracedElement)* Comma?)? RBrace;
bracedElement
    : (Dot Identifier | LBrack expression RBrack)+ (Assign initializerClause | bracedList)
    | (assignment | bracedList | LiteralTable) Ellipsis?
    ;
unary
    : (PlusPlus | MinusMinus | Amp | AndAnd | Star | Plus | Minus | Not | Tilde | KwExtension) unary
    | castUnary
    | sizeofUnary
    | alignofUnary
    | noexceptUnary
    | newUnary
    | deleteUnary
    | rootedUnary
    | Ellipsis
    | ( Identifier templateArguments?
      | IntegerLiteral | FloatingLiteral | CharacterLiteral | KwTrue | KwFalse | KwNullptr | KwThis
      | stringPrimary
      | parenthesizedPrimary
      | qualifiedName
      | operatorFunction
      | namedCastPrimary
      | typeidPrimary
      | builtinConstructPrimary
      | constructPrimary
      | lambda
      | requiresExpression
      )
      (indexPostfix | callPostfix | launchPostfix | memberPostfix | PlusPlus | MinusMinus)*
    ;
castUnary: TypeParen typeId RParen (unary | bracedList);
sizeofUnary: KwSizeof (TypeParen typeId RParen | Ellipsis (LParen | TypeParen) anyName RParen | unary);
alignofUnary: KwAlignof (TypeParen typeId RParen | unary);
noexceptUnary: KwNoexcept LParen expression RParen;
newUnary: KwNew (LParen expressionList RParen)? newType (LParen expressionList? RParen | bracedList)?;
deleteUnary: KwDelete (LBrack RBrack)? unary;
rootedUnary
    : ColonColon
        ( newUnary
        | deleteUnary
        | (Identifier templateArguments? | qualifiedName | operatorFunction | constructPrimary)
            (indexPostfix | callPostfix | launchPostfix | memberPostfix | PlusPlus | MinusMinus)*
        )
    ;
newType: declSpecifiers pointerOperator* (LBrack expression? RBrack)* | TypeParen typeId RParen;
indexPostfix: LBrack (expression | bracedList)? RBrack;
callPostfix: LParen expressionList? RParen;
launchPostfix: LaunchOpen expressionList LaunchClose LParen expressionList? RParen;
memberPostfix: (Dot | Arrow) KwTemplate? (Identifier templateArguments? | memberName);
memberName: memberWord | (qualifier ColonColon)+ (Identifier templateArguments? | memberWord);
memberWord: (TypeName | FunctionalCast) templateArguments? | operatorFunction | Tilde (TypeName | Identifier);
stringPrimary: StringLiteral (StringLiteral | Identifier)*;
parenthesizedPrimary: LParen (expression | compound) RParen;
namedCastPrimary: (KwConstCast | KwStaticCast | KwDynamicCast | KwReinterpretCast) TemplateOpen typeId TemplateClose LParen expression RParen;
typeidPrimary: KwTypeid (TypeParen typeId | LParen expression) RParen;
builtinConstructPrimary
    : ((KwVoid | KwBool | KwChar | KwChar8 | KwChar16 | KwChar32 | KwWchar | KwShort | KwInt | KwLong | KwFloat | KwDouble
        | KwSigned | KwUnsigned)+ | KwDecltype LParen expression RParen | KwAuto)
        (LParen expressionList? RParen | bracedList)
    ;
constructPrimary: constructName (LParen expressionList? RParen | bracedList);
constructName: (KwTypename ColonColon?)? (TypeQualifier templateArguments? ColonColon KwTemplate?)* FunctionalCast templateArguments?;
valueName: ColonColon? (Identifier templateArguments? | qualifiedName | operatorFunction);
qualifiedName
    : (ValueQualifier templateArguments? ColonColon KwTemplate?)+
        (Identifier templateArguments? | operatorFunction | Tilde (TypeName | Identifier))
    ;
operatorFunction: KwOperator conversionType | operatorName templateArguments?;
lambda
    : LBrack (capture (Comma capture)*)? RBrack (TemplateOpen templateParameters TemplateClose)? declSpecifier*
        ((LParen | TypeParen) parameters? RParen)? lambdaQualifier* compound
    ;
lambdaQualifier: KwMutable | KwConstexpr | KwDevice | KwHost | KwNoexcept (LParen expression RParen)? | Arrow typeId | attribute;
capture
    : Assign
    | Amp Identifier? Ellipsis? (Assign initializerClause)?
    | Star? KwThis
    | Ellipsis? Identifier Ellipsis? (Assign initializerClause | bracedList)?
    ;
requiresExpression: KwRequires ((LParen | TypeParen) parameters? RParen)? LBrace requirement* RBrace;
requirement
    : KwTypename typeName Semi
    | LBrace expression RBrace KwNoexcept? (Arrow typeId)? Semi
    | KwRequires expression Semi
    | expression Semi
    ;
